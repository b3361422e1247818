package dev.holdfast.archive.seal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.archive.ArchiveException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AgeFilesTest {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final byte[] INFO = {1, 2, 3};

  private final Identity identity = Identity.random(RANDOM);

  private static byte[] bytes(int length) {
    var bytes = new byte[length];
    new Random(length).nextBytes(bytes);
    return bytes;
  }

  private void assertRefused(byte[] sealed) {
    var refusal = assertThrows(ArchiveException.class,
        () -> AgeFiles.open(identity, sealed, "the file"));
    assertEquals(ArchiveException.Kind.DAMAGED, refusal.kind());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 65_535, 65_536, 65_537, 131_072, 1_000_000})
  void whatIsSealedOpens(int length) {
    var sealed = AgeFiles.seal(identity.recipient(), bytes(length), length);
    assertArrayEquals(bytes(length), AgeFiles.open(identity, sealed, "the file"));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 65_536, 131_072, 150_000})
  void aFileThatIsCutOrLongerIsRefused(int length) {
    var sealed = AgeFiles.seal(identity.recipient(), bytes(length), length);
    for (int cut : new int[]{1, 15, 16, 17, 1000, 65_552, 65_553, 131_104})
      if (cut < sealed.length) assertRefused(Arrays.copyOf(sealed, sealed.length - cut));
    for (int more : new int[]{1, 16, 17, 65_552})
      assertRefused(Arrays.copyOf(sealed, sealed.length + more));
  }

  @Test
  void anyFlippedBitIsNoticed() {
    var sealed = AgeFiles.seal(identity.recipient(), bytes(70_000), 70_000);
    for (int at = 0; at < sealed.length; at += at < 1700 ? 1 : 997) {
      var changed = sealed.clone();
      changed[at] ^= 2;
      assertRefused(changed);
    }
  }

  @Test
  void somebodyElseOpensNothing() {
    var sealed = AgeFiles.seal(identity.recipient(), bytes(10), 10);
    try (var other = Identity.random(RANDOM)) {
      assertThrows(ArchiveException.class, () -> AgeFiles.open(other, sealed, "the file"));
    }
  }

  @Test
  void identitiesAndRecipientsHaveTheFormsOfTheAgeTools() {
    var text = identity.text();
    assertTrue(text.startsWith("AGE-SECRET-KEY-PQ-1"));
    assertEquals(identity.publicKey(), Identity.parse(text).publicKey());
    assertEquals(identity.publicKey(), Identity.parse(text.toLowerCase(Locale.ROOT)).publicKey());
    var recipient = identity.recipient().text();
    assertTrue(recipient.startsWith("age1pq1"));
    assertEquals(identity.recipient(), Recipient.parse(recipient));
    var typo = recipient.substring(0, 100) + (recipient.charAt(100) == 'q' ? 'p' : 'q')
        + recipient.substring(101);
    assertThrows(IllegalArgumentException.class, () -> Recipient.parse(typo));
    assertThrows(IllegalArgumentException.class, () -> Identity.parse(recipient));
    assertThrows(IllegalArgumentException.class,
        () -> Identity.parse("A" + text.substring(1).toLowerCase(Locale.ROOT)));
    assertEquals("Identity(hidden)", identity.toString());
  }

  @Test
  void sealedValuesOpenForTheirHolderAndPurposeAlone() {
    var sealed = Hpke.seal(identity.publicKey(), INFO, bytes(50));
    assertEquals(Hpke.ENCAPSULATION_BYTES + 50 + 16, sealed.length);
    assertArrayEquals(bytes(50), Hpke.open(identity, INFO, sealed));
    assertThrows(ArchiveException.class, () -> Hpke.open(identity, new byte[]{9}, sealed));
    assertThrows(ArchiveException.class,
        () -> Hpke.open(identity, INFO, Arrays.copyOf(sealed, 1119)));
    for (int at = 0; at < sealed.length; at += 13) {
      var changed = sealed.clone();
      changed[at] ^= 1;
      assertThrows(ArchiveException.class, () -> Hpke.open(identity, INFO, changed));
    }
  }
}
