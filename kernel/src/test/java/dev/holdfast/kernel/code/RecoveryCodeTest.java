package dev.holdfast.kernel.code;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.kernel.SecretBytes;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RecoveryCodeTest {
  static SecretBytes secret(int seed) {
    var raw = new byte[32];
    new Random(seed).nextBytes(raw);
    return new SecretBytes(raw);
  }

  static String printed(int epoch, int seed) {
    try (var code = new RecoveryCode(epoch, secret(seed))) {
      return new String(code.print());
    }
  }

  static IntStream seeds() {
    return IntStream.range(0, 64);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void whatIsPrintedIsReadBack(int seed) {
    try (var read = RecoveryCode.parse(printed(seed * 5, seed)).orElseThrow();
        var expected = secret(seed)) {
      assertEquals(seed * 5 & 0xff, read.epochByte());
      assertTrue(read.secret().sameAs(expected));
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void peopleTypeItAsTheyLike(int seed) {
    var text = printed(1, seed);
    for (var typed : new String[]{text.toLowerCase(Locale.ROOT), text.replace("-", " "),
        text.replace("-", ""), text.substring(3), " " + text + "\n",
        text.replace('0', 'O').replace('1', 'l').replaceFirst("HFl", "HF1")})
      assertTrue(RecoveryCode.parse(typed).isPresent(), typed);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void oneWrongLetterIsNoticed(int seed) {
    var text = printed(1, seed);
    var random = new Random(seed);
    int at = 4 + random.nextInt(text.length() - 4);
    if (text.charAt(at) == '-') return;
    char wrong = text.charAt(at) == 'Q' ? 'R' : 'Q';
    assertTrue(RecoveryCode.parse(text.substring(0, at) + wrong + text.substring(at + 1))
        .isEmpty());
  }

  @Test
  void whatIsNoCodeIsNone() {
    for (var text : new String[]{"", "HF1", "HFU1-00000", "x".repeat(60), "0".repeat(60),
        "U".repeat(60), printed(1, 1) + "0", printed(1, 1).substring(0, 70)})
      assertTrue(RecoveryCode.parse(text).isEmpty(), text);
  }

  @Test
  void aCodeDoesNotPrintItsSecret() {
    try (var code = new RecoveryCode(3, secret(1))) {
      assertEquals("RecoveryCode(epoch 3)", code.toString());
    }
  }

  @Test
  void aSignalKeyIsRecognisedInEachOfItsForms() {
    var key = "dtjs858asj6tv0jzsqrsmj0ubp335pisj98e9ssnss8myoc08drhtcktyawvx45l";
    var grouped = key.toUpperCase(Locale.ROOT).replaceAll("(.{4})", "$1 ").strip();
    for (var typed : new String[]{key, key.toUpperCase(Locale.ROOT), grouped,
        grouped.replace('O', '#').replace('0', '='), " " + key + "\n", "m".repeat(64)})
      assertTrue(SignalKeyShape.matches(typed), typed);
  }

  @Test
  void aHashOrAnythingLongerIsNoSignalKey() {
    assertFalse(SignalKeyShape.matches("0123456789abcdef".repeat(4)));
    assertFalse(SignalKeyShape.matches("m".repeat(63)));
    assertFalse(SignalKeyShape.matches("m".repeat(65)));
    assertFalse(SignalKeyShape.matches(printed(1, 1)));
  }
}
