package dev.holdfast.kernel.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.kernel.Sha256;
import dev.holdfast.kernel.SigningKey;
import dev.holdfast.kernel.canonical.MalformedException;
import java.security.SecureRandom;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CheckpointTest {
  final SigningKey key = SigningKey.random(new SecureRandom());
  final Checkpoint checkpoint = new Checkpoint("holdfast/test", 5, Sha256.over(new byte[]{1}));

  @Test
  void aSignedNoteIsReadBack() {
    assertEquals(checkpoint, Checkpoint.verify(checkpoint.sign(key), key.verifyKey()));
  }

  @Test
  void theNoteHasTheDocumentedLines() {
    var lines = checkpoint.sign(key).split("\n", -1);
    assertEquals("holdfast/test", lines[0]);
    assertEquals("5", lines[1]);
    assertEquals("", lines[3]);
    assertTrue(lines[4].startsWith("\u2014 holdfast/test "));
    assertEquals(6, lines.length);
  }

  @Test
  void anotherKeysNoteIsRefused() {
    var other = SigningKey.random(new SecureRandom());
    assertThrows(MalformedException.class,
        () -> Checkpoint.verify(checkpoint.sign(other), key.verifyKey()));
  }

  @Test
  void aChangedNoteIsRefused() {
    var note = checkpoint.sign(key);
    assertThrows(MalformedException.class,
        () -> Checkpoint.verify(note.replace("\n5\n", "\n6\n"), key.verifyKey()));
    var random = new Random(1);
    for (int i = 0; i < 200; i++) {
      int at = random.nextInt(note.indexOf("\n\n"));
      var changed = note.substring(0, at) + (char) (note.charAt(at) ^ 1)
          + note.substring(at + 1);
      assertThrows(MalformedException.class, () -> Checkpoint.verify(changed, key.verifyKey()));
    }
  }

  @Test
  void whatIsNoNoteIsRefused() {
    for (var text : new String[]{"", "\n\n", "a\nb\nc\n\n", "a\n1\n!!\n\n\u2014 a b\n"})
      assertThrows(MalformedException.class, () -> Checkpoint.verify(text, key.verifyKey()));
  }
}
