package dev.holdfast.archive.index;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Records of one fixed width in a mapped file, so that a million of them cost no heap. Behind the
/// last record the file may hold anything; how many count is the owner's to remember. One thread at
/// a time.
public final class RecordFile implements AutoCloseable {
  static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED
      .withOrder(ByteOrder.BIG_ENDIAN);
  private static final long FIRST_CAPACITY = 1024;

  private final FileChannel file;
  private final int width;
  private long count;
  private Arena arena = Arena.ofShared();
  private MemorySegment mapped = MemorySegment.NULL;

  /// @param width bytes of one record
  /// @param count how many records of the file count
  public RecordFile(Path path, int width, long count) throws IOException {
    file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.READ,
        StandardOpenOption.WRITE);
    this.width = width;
    this.count = count;
    if (file.size() < count * width) {
      file.close();
      throw new IOException("the index file " + path.getFileName() + " is shorter than it was");
    }
    map(Math.max(count, FIRST_CAPACITY));
  }

  @SuppressWarnings("MustBeClosedChecker") // closed by the next call, or by close
  private void map(long capacity) throws IOException {
    arena.close();
    arena = Arena.ofShared();
    mapped = file.map(MapMode.READ_WRITE, 0, capacity * width, arena);
  }

  /// How many records there are.
  public long count() {
    return count;
  }

  /// Appends a record; the rest of `record` must be exactly one.
  ///
  /// @return its number, from 0
  public long append(byte[] record) throws IOException {
    if (record.length != width) throw new IllegalArgumentException("a record of another width");
    if (count * width == mapped.byteSize()) map(2 * count);
    MemorySegment.copy(record, 0, mapped, ValueLayout.JAVA_BYTE, count * width, width);
    return count++;
  }

  /// Writes over a record.
  public void write(long number, byte[] record) {
    if (record.length != width || number >= count)
      throw new IllegalArgumentException("no such record, or one of another width");
    MemorySegment.copy(record, 0, mapped, ValueLayout.JAVA_BYTE, number * width, width);
  }

  /// Whether the bytes of record `number` from `at` on are `key`.
  boolean holds(long number, int at, byte[] key) {
    long from = number * width + at;
    return MemorySegment.mismatch(mapped, from, from + key.length, MemorySegment.ofArray(key), 0,
        key.length) < 0;
  }

  /// Whether two records have the same `length` bytes at `at`.
  boolean same(long one, long other, int at, int length) {
    long from = one * width + at;
    long otherFrom = other * width + at;
    return MemorySegment.mismatch(mapped, from, from + length, mapped, otherFrom,
        otherFrom + length) < 0;
  }

  /// A fresh array with one record.
  public byte[] read(long number) {
    if (number < 0 || number >= count) throw new IllegalArgumentException("no such record");
    return mapped.asSlice(number * width, width).toArray(ValueLayout.JAVA_BYTE);
  }

  /// Whether record `number` is there and equals `record`.
  public boolean is(long number, byte[] record) {
    return number < count && holds(number, 0, record);
  }

  /// Four bytes of a record, big-endian.
  int intAt(long number, int at) {
    return mapped.get(INT, number * width + at);
  }

  /// Forgets the records from `newCount` on.
  public void truncate(long newCount) {
    count = Math.min(count, newCount);
  }

  /// Brings everything to the disk.
  public void force() throws IOException {
    if (mapped.byteSize() > 0) mapped.force();
    file.force(true);
  }

  @Override
  public void close() throws IOException {
    arena.close();
    try (file) {
      if (file.size() > count * width) file.truncate(count * width);
    }
  }
}
