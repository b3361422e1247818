package dev.holdfast.archive.index;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyTableTest {
  private static final int MILLION = 1_000_000;

  @TempDir
  Path folder;

  private static byte[] key(Random random) {
    return ByteBuffer.allocate(16).putLong(random.nextLong()).putLong(random.nextLong()).array();
  }

  @Test
  void aMillionFramesAreFoundAgainWithoutHeap() throws IOException {
    var file = folder.resolve("frames");
    try (var records = new RecordFile(file, 16, 0); var table = new KeyTable(records, 0, 16)) {
      long before = heap();
      var random = new Random(1);
      for (int i = 0; i < MILLION; i++)
        table.add(records.append(key(random)));
      assertTrue(heap() - before < 4_000_000, "it took " + (heap() - before) + " bytes of heap");
      records.force();
    }
    assertEquals(16L * MILLION, Files.size(file));
    try (var records = new RecordFile(file, 16, MILLION);
        var table = new KeyTable(records, 0, 16)) {
      var random = new Random(1);
      for (long i = 0; i < MILLION; i++)
        assertEquals(i, table.find(key(random)));
      for (int i = 0; i < 1000; i++)
        assertEquals(-1, table.find(key(random)));
    }
  }

  private static long heap() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  @Test
  void ofEqualKeysTheLastIsFound() throws IOException {
    try (var records = new RecordFile(folder.resolve("r"), 20, 0);
        var table = new KeyTable(records, 4, 16)) {
      var key = key(new Random(2));
      for (int i = 0; i < 5000; i++)
        table.add(records.append(ByteBuffer.allocate(20).putInt(i).put(key).array()));
      assertEquals(4999, table.find(key));
    }
  }

  @Test
  void whatWasNotCommittedIsForgotten() throws IOException {
    var file = folder.resolve("r");
    try (var records = new RecordFile(file, 8, 0)) {
      for (long i = 0; i < 3000; i++)
        records.append(ByteBuffer.allocate(8).putLong(i).array());
    }
    try (var records = new RecordFile(file, 8, 2000)) {
      assertEquals(2000, records.count());
      assertEquals(2000, records.append(ByteBuffer.allocate(8).putLong(7).array()));
      assertArrayEquals(ByteBuffer.allocate(8).putLong(7).array(), records.read(2000));
      assertThrows(IllegalArgumentException.class, () -> records.read(2001));
    }
    assertEquals(2001 * 8, Files.size(file));
    assertThrows(IOException.class, () -> new RecordFile(file, 8, 5000).close());
  }
}
