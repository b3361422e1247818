package dev.holdfast.archive.signal;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.util.HashSet;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class RecoveryKeyTest {
  static final String PLAIN = "dtjs858asj6tv0jzsqrsmj0ubp335pisj98e9ssnss8myoc08drhtcktyawvx45l";
  static final String SHOWN = "DTJS 858A SJ6T V=JZ SQRS MJ=U BP33 5PIS J98E 9SSN SS8M Y#C= 8DRH TCKT YAWV X45L";

  @Test
  void bothDisplayFormsAreTheSameKey() {
    try (var plain = RecoveryKey.parse(PLAIN);
        var shown = RecoveryKey.parse(SHOWN);
        var upper = RecoveryKey.parse(PLAIN.toUpperCase(Locale.ROOT));
        var lines = RecoveryKey.parse(SHOWN.replace(" ", "\n"))) {
      assertTrue(plain.sameAs(shown));
      assertTrue(plain.sameAs(upper));
      assertTrue(plain.sameAs(lines));
      assertEquals(PLAIN, shown.lend(bytes -> new String(bytes, US_ASCII)));
    }
  }

  @Test
  void aKeyIsShownInGroupsThatNobodyMisreads() {
    try (var key = RecoveryKey.parse(PLAIN)) {
      assertEquals(SHOWN, new String(key.displayed()));
    }
  }

  @Test
  void anotherLengthIsRefusedWithoutQuotingIt() {
    for (var typed : new String[]{"", PLAIN.substring(1), PLAIN + "x", "\u00e9".repeat(64)}) {
      var refusal = assertThrows(IllegalArgumentException.class, () -> RecoveryKey.parse(typed));
      assertFalse(refusal.toString().contains("dtjs"));
    }
  }

  @Test
  void aKeyNeverPrintsAndIsGoneOnceClosed() {
    var key = RecoveryKey.parse(PLAIN);
    assertEquals("RecoveryKey(hidden)", key.toString());
    key.close();
    assertThrows(IllegalStateException.class, key::displayed);
  }

  @Test
  void freshKeysUseTheWholeAlphabetAndDiffer() {
    var letters = new HashSet<Integer>();
    var keys = new HashSet<String>();
    for (int i = 0; i < 50; i++) {
      try (var key = RecoveryKey.generate(new SecureRandom())) {
        var text = key.lend(bytes -> new String(bytes, US_ASCII));
        assertTrue(text.matches("[0-9a-z]{64}"));
        text.chars().forEach(letters::add);
        keys.add(text);
        assertTrue(RecoveryKey.looksLikeOne(text));
        assertTrue(RecoveryKey.looksLikeOne(new String(key.displayed())));
      }
    }
    assertEquals(36, letters.size());
    assertEquals(50, keys.size());
  }

  @Test
  void hashesIdsAndSentencesAreNoRecoveryKeys() {
    assertTrue(RecoveryKey.looksLikeOne(PLAIN));
    assertTrue(RecoveryKey.looksLikeOne("  " + SHOWN.replace(' ', '-') + "\n"));
    assertTrue(RecoveryKey.looksLikeOne("m".repeat(64)));
    assertFalse(RecoveryKey.looksLikeOne("0123456789abcdef".repeat(4)));
    assertFalse(RecoveryKey.looksLikeOne("0123456789ABCDEF".repeat(4)));
    assertFalse(RecoveryKey.looksLikeOne(PLAIN.substring(1)));
    assertFalse(RecoveryKey.looksLikeOne(PLAIN + "9"));
    assertFalse(RecoveryKey.looksLikeOne("my key is " + PLAIN));
    var sentence = "somebody wrote one long sentence made of words without any digit or mark";
    assertEquals(64 - 4, sentence.replace(" ", "").length());
    assertFalse(RecoveryKey.looksLikeOne(sentence + " here"));
    assertFalse(RecoveryKey.looksLikeOne(""));
  }
}
