package dev.holdfast.vault.object;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.kernel.ObjectName;
import dev.holdfast.kernel.Sha256;
import dev.holdfast.kernel.VaultId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What every kind of shelf does.
interface ObjectShelfContract {
  VaultId VAULT = new VaultId("ab".repeat(16));

  ObjectShelf shelf() throws IOException;

  /// A finished file with this content, where the shelf can take it from.
  Path finished(byte[] content) throws IOException;

  static ObjectShelf.Key key(int number) {
    return new ObjectShelf.Key(VAULT, new ObjectName(Sha256.over(new byte[]{(byte) number}).hex()));
  }

  private byte[] all(ObjectShelf shelf, ObjectShelf.Key key) throws IOException {
    try (var in = shelf.read(key, 0, Long.MAX_VALUE)) {
      return in.readAllBytes();
    }
  }

  @Test
  default void whatIsAddedIsRead() throws IOException {
    var shelf = shelf();
    assertTrue(shelf.add(key(1), finished(new byte[]{1, 2, 3})));
    assertArrayEquals(new byte[]{1, 2, 3}, all(shelf, key(1)));
  }

  @Test
  default void theSecondOfANameChangesNothing() throws IOException {
    var shelf = shelf();
    shelf.add(key(1), finished(new byte[]{1}));
    assertFalse(shelf.add(key(1), finished(new byte[]{2})));
    assertArrayEquals(new byte[]{1}, all(shelf, key(1)));
  }

  @Test
  default void aPartIsReadFromItsOffsetAndNoFurther() throws IOException {
    var shelf = shelf();
    shelf.add(key(1), finished(new byte[]{0, 1, 2, 3, 4, 5}));
    try (var in = shelf.read(key(1), 2, 3)) {
      assertEquals(2, in.read());
      assertArrayEquals(new byte[]{3, 4}, in.readAllBytes());
      assertEquals(-1, in.read());
    }
  }

  @Test
  default void theFinishedFileStaysTheCallers() throws IOException {
    var shelf = shelf();
    var file = finished(new byte[]{9});
    shelf.add(key(1), file);
    Files.deleteIfExists(file);
    assertArrayEquals(new byte[]{9}, all(shelf, key(1)));
  }

  @Test
  default void whatIsRemovedIsGoneAndMayComeBack() throws IOException {
    var shelf = shelf();
    shelf.add(key(1), finished(new byte[]{1}));
    shelf.remove(key(1));
    shelf.remove(key(1));
    assertThrows(IOException.class, () -> shelf.read(key(1), 0, 1));
    assertTrue(shelf.add(key(1), finished(new byte[]{2})));
  }

  @Test
  default void ofManyAtOnceOneWins() throws Exception {
    var shelf = shelf();
    try (var threads = Executors.newFixedThreadPool(8)) {
      var tries = IntStream.range(0, 8)
          .<Callable<Boolean>>mapToObj(i -> () -> shelf.add(key(1), finished(new byte[]{(byte) i})))
          .toList();
      long winners = 0;
      for (Future<Boolean> one : threads.invokeAll(tries))
        if (one.get()) winners++;
      assertEquals(1, winners);
    }
    assertEquals(1, all(shelf, key(1)).length);
  }
}
