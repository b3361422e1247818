package dev.holdfast.cli.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DraftCommandTest {
  static final String KEY = "k7abm2xq9d4tn6wr3hc5ve8gpj1ufy0zqm3t8k5rw2xn7cj4vd9bh6ygpe1asf0u";

  @TempDir
  Path home;

  @Test
  void aLearnedKeyIsStoppedInPart() {
    var learned = new Played(home).typing(KEY + "\n").run("draft", "--learn-file", "-");
    assertEquals("Learned: your Signal recovery key. Only fingerprints are kept.\n",
        learned.told());
    var played = new Played(home).typing("it begins with K7AB M2XQ 9D4T N6WR, and then")
        .run("draft");
    assertEquals(4, played.code());
    assertEquals("""
        Stop: 4 of 16 groups of your Signal recovery key are in this message.
        Do not send it, whoever asks. Nobody needs it but you.
        """, played.told());
  }

  @Test
  void whatIsKeptHoldsNothingOfTheKey() throws IOException {
    new Played(home).typing(KEY).run("draft", "--learn-file", "-");
    try (var files = Files.list(home)) {
      for (var file : files.toList()) {
        var bytes = new String(Files.readAllBytes(file),
            java.nio.charset.StandardCharsets.ISO_8859_1);
        for (int i = 0; i + 4 <= KEY.length(); i += 4)
          assertFalse(bytes.contains("\"" + KEY.substring(i, i + 4)), "no group of the key");
        assertEquals("rw-------", java.nio.file.attribute.PosixFilePermissions
            .toString(Files.getPosixFilePermissions(file)));
      }
    }
  }

  @Test
  void ordinaryTalkPassesAndTheAnswerIsAContract() throws IOException {
    new Played(home).typing(KEY).run("draft", "--learn-file", "-");
    var file = Files.writeString(home.resolve("message"), "see you tomorrow at the station");
    var played = new Played(home).run("draft", "--json", "--file", file.toString());
    assertEquals(0, played.code());
    assertEquals(
        "{\"answer\":\"nothing\",\"secret\":\"\",\"groupsOut\":0,\"groups\":0,\"shape\":\"\",\"isContact\":false}\n",
        played.told());
  }

  @Test
  void anUnknownKeyIsAskedAboutNotStopped() {
    var shown = KEY.toUpperCase(java.util.Locale.ROOT).replaceAll("(.{4})", "$1 ").strip();
    var played = new Played(home).typing(shown).run("draft");
    assertEquals(0, played.code());
    assertTrue(played.told()
        .startsWith("Are you sure? This looks like a recovery key, and it would go"
            + " to somebody who is not a contact of yours.\n"));
  }

  @Test
  void aDraftIsNeverAnArgument() {
    assertEquals(2, new Played(home).run("draft", "my secret").code());
  }

  @Test
  void everyKindOfSecretIsKnownByItsForm() {
    for (var secret : List.of("123450987654321135792468001234", "0123456789abcdef".repeat(8)))
      assertEquals(0, new Played(home).typing(secret).run("draft", "--learn-file", "-").code());
    var none = new Played(home).typing("password1").run("draft", "--learn-file", "-");
    assertEquals(2, none.code());
    assertFalse(none.remarked().contains("password1"));
  }
}
