package dev.holdfast.guard.draft;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.guard.lexicon.Lexicon;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShapesTest {
  static final Shapes SHAPES = new Shapes(Lexicon.load());

  @Test
  void foreignKeysAreSeenInEveryDisplayForm() {
    var seen = 0;
    var random = new Random(1);
    for (var i = 0; i < 2000; i++) {
      var key = DraftTest.key(random).toUpperCase(Locale.ROOT);
      var shown = i % 2 == 0 ? key.replace('O', '#').replace('0', '=') : key;
      var separator = List.of("  ", " ", "\n", "-", ".", "").get(i % 6);
      if (SHAPES
          .of("mine is " + String.join(separator, DraftTest.groups(shown)) + " got it?", false)
          .isPresent())
        seen++;
    }
    assertTrue(seen >= 1980, () -> "fewer than 99 of 100 keys seen");
  }

  @Test
  void digestsLinksAndKeysOfOtherKindsAreNoRecoveryKeys() {
    var count = Boolean.getBoolean("holdfast.long") ? 10_000_000 : 60_000;
    var random = new Random(2);
    for (var i = 0; i < count; i++) {
      var text = collision(i % 12, random);
      assertEquals(Optional.empty(), SHAPES.of(text, false), text);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"12345 67890 12345 67890 12345 67890", "123456789012345678901234567890"})
  void thirtyDigitsLookLikeAPassphrase(String text) {
    assertEquals(Optional.of(Shapes.Shape.BACKUP_PASSPHRASE), SHAPES.of(text, false));
  }

  @Test
  void thirtyDigitsInsideADigestAreNone() {
    assertEquals(Optional.empty(),
        SHAPES.of(
            "sha256:beef" + "123456789012345678901234567890" + "ab12cd34ef56ab12cd34ef56ab12cd",
            false));
  }

  @Test
  void aCodeMattersOnlyInAChatThatAskedForOne() {
    assertEquals(Optional.empty(), SHAPES.of("123-456", false));
    assertEquals(Optional.of(Shapes.Shape.CODE), SHAPES.of("it says 123-456", true));
  }

  @Test
  void twelveBareWordsLookLikeASeed() {
    assertEquals(Optional.of(Shapes.Shape.SEED_PHRASE),
        SHAPES.of(
            "orbit velvet cactus lunar harvest pigeon rocket marble tunnel fabric oxygen walnut",
            false));
    assertEquals(Optional.empty(),
        SHAPES.of("we will be in the garden with the kids and then have some cake there", false));
  }

  private static String collision(int kind, Random random) {
    return switch (kind) {
      case 0 -> "sha256:" + hex(random, 32);
      case 1 -> hex(random, 32);
      case 2 -> "0x" + hex(random, 32).toUpperCase(Locale.ROOT);
      case 3 -> "commit " + hex(random, 20);
      case 4 -> digits(random, 64);
      case 5 -> "https://signal.me/#eu/" + base64(random, 48);
      case 6 -> "SHA256:" + base64(random, 32);
      case 7 -> "ssh-ed25519 " + base64(random, 51) + " me@host";
      case 8 -> "token ghp_" + base64(random, 27);
      case 9 -> "key=" + base64(random, 12) + " id=" + base64(random, 12);
      case 10 -> "# " + hex(random, 4) + "\n# " + hex(random, 4);
      default -> digits(random, 12) + " " + digits(random, 12) + " 60 digits " + digits(random, 5);
    };
  }

  private static String hex(Random random, int bytes) {
    return java.util.HexFormat.of().formatHex(bytes(random, bytes));
  }

  private static String base64(Random random, int bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(random, bytes));
  }

  private static byte[] bytes(Random random, int count) {
    var bytes = new byte[count];
    random.nextBytes(bytes);
    return bytes;
  }

  private static String digits(Random random, int count) {
    var out = new StringBuilder();
    for (var i = 0; i < count; i++)
      out.append(random.nextInt(10));
    return out.toString();
  }
}
