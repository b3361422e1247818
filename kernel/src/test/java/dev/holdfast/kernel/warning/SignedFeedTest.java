package dev.holdfast.kernel.warning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.kernel.SecretBytes;
import dev.holdfast.kernel.Sha256;
import dev.holdfast.kernel.SigningKey;
import dev.holdfast.kernel.canonical.MalformedException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignedFeedTest {
  static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
  static final WarningId ID = new WarningId("0123456789abcdef0123456789abcdef");
  final SigningKey key = new SigningKey(new SecretBytes(new byte[32]));

  static Warning warning() {
    return new Warning(ID, NOON, NOON, NOON.plusSeconds(3600), List.of("recovery_key"),
        new Salt("00".repeat(16)),
        List.of(new Wording("en", "A title", "It looks so.", "Do this.\nThen that."),
            new Wording("fa", "\u0646\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u06cc\u0645", "b",
                "c")),
        List.of(new Template(1, 2, List.of(7L, -9L))));
  }

  SignedFeed feed() {
    return new Feed("A desk", key.verifyKey(), 7, NOON, NOON.plusSeconds(60),
        List.of(warning().sign(key)),
        List.of(new Revocation(new WarningId("f".repeat(32)), NOON, Revocation.Reason.MISTAKEN)))
        .sign(key);
  }

  /// The bytes of docs/warnings.md, sections 2 and 3, written out by other means: a change breaks
  /// every signature that was ever made.
  @Test
  void theFormOfAWarningDoesNotChange() {
    assertEquals("holdfast/warning/v1\n",
        new String(warning().encode(), 0, 20, java.nio.charset.StandardCharsets.US_ASCII));
    assertEquals(WARNING_HASH, Sha256.over(warning().encode()).hex());
    assertEquals(FEED_HASH, feed().feed().hash().hex());
  }

  static final String WARNING_HASH = "0c53ef9b44040a592a33a596ab224de67ceb9a1313afa8ca1878ca12408a9ddd";
  static final String FEED_HASH = "81eff47ab30755e9d1808c09859de396643dc580c9092e2d5ec88af7fdeca61d";

  @Test
  void aWarningComesBackFromItsBytes() {
    assertEquals(warning(), Warning.decode(warning().encode()));
  }

  @Test
  void bytesThatAreCutOrLongerAreNoWarning() {
    var bytes = warning().encode();
    for (int length = 0; length < bytes.length; length++) {
      var cut = java.util.Arrays.copyOf(bytes, length);
      assertThrows(MalformedException.class, () -> Warning.decode(cut));
    }
    var longer = java.util.Arrays.copyOf(bytes, bytes.length + 1);
    assertThrows(MalformedException.class, () -> Warning.decode(longer));
  }

  @Test
  void aFeedComesBackFromItsFileAndHolds() {
    var read = FeedFile.of(feed()).read();
    assertEquals(feed(), read);
    assertTrue(read.holds(key.verifyKey()));
  }

  @Test
  void anotherKeyDidNotSignIt() {
    try (var other = new SigningKey(
        new SecretBytes("o".repeat(32).getBytes(java.nio.charset.StandardCharsets.US_ASCII)))) {
      assertFalse(feed().holds(other.verifyKey()));
    }
  }

  @Test
  void whatIsReadIsWhatWasSigned() {
    var signed = feed();
    var warning = signed.feed().warnings().get(0);
    var told = warning().wordings().get(0);
    var other = new Warning(ID, NOON, NOON, NOON.plusSeconds(3600), warning().asks(),
        warning().salt(), List.of(new Wording("en", told.title(), told.looks(), "Do it.")),
        warning().templates());
    var forged = new SignedFeed(new Feed("A desk", key.verifyKey(), 7, NOON, NOON.plusSeconds(60),
        List.of(new SignedWarning(other, warning.seal())), signed.feed().revoked()),
        signed.seal());
    assertFalse(forged.holds(key.verifyKey()));
  }

  @Test
  void aWarningOfAnotherKeyIsNotCoveredByTheFeedsSignature() {
    try (var other = new SigningKey(
        new SecretBytes("o".repeat(32).getBytes(java.nio.charset.StandardCharsets.US_ASCII)))) {
      var mixed = new Feed("A desk", key.verifyKey(), 7, NOON, NOON.plusSeconds(60),
          List.of(warning().sign(other)), List.of()).sign(key);
      assertFalse(mixed.holds(key.verifyKey()));
    }
  }

  @Test
  void aFileWithoutAFieldIsNoFeed() {
    var file = FeedFile.of(feed());
    var without = new FeedFile(file.format(), file.desk(), null, file.sequence(), file.issued(),
        file.expires(), file.warnings(), file.revoked(), file.signature());
    assertThrows(MalformedException.class, without::read);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " blank", "turned \u202e round", "hidden \u200b space", "bell \u0007",
      "two\nlines"})
  void aTitleThatCouldDeceiveIsRefused(String title) {
    assertThrows(IllegalArgumentException.class, () -> new Wording("en", title, "a", "b"));
  }

  @Test
  void aReaderGetsTheirLanguageOrEnglish() {
    assertEquals("fa", warning().wording("fa-IR").language());
    assertEquals("en", warning().wording("sw").language());
  }
}
