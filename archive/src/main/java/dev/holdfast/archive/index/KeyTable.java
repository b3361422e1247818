package dev.holdfast.archive.index;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/// Finds records of a [RecordFile] by a key inside them, in four bytes off the heap for each slot.
/// Keys are hashes, so their first bytes are spread evenly. Of equal keys the last is found.
public final class KeyTable implements AutoCloseable {
  private static final long FIRST_SLOTS = 4096;

  private final RecordFile records;
  private final int keyAt;
  private final int keyBytes;
  private long used;
  private long entered;
  private Arena arena;
  private MemorySegment slots;

  /// Enters all records that are there.
  ///
  /// @param keyAt where in a record the key begins
  /// @param keyBytes its length, at least four
  @SuppressWarnings("MustBeClosedChecker") // closed by close
  public KeyTable(RecordFile records, int keyAt, int keyBytes) {
    this.records = records;
    this.keyAt = keyAt;
    this.keyBytes = keyBytes;
    arena = Arena.ofShared();
    slots = arena.allocate(FIRST_SLOTS * Integer.BYTES);
    for (long number = 0; number < records.count(); number++)
      add(number);
  }

  /// Enters a record that was appended.
  public void add(long number) {
    if (number >= Integer.MAX_VALUE) throw new IllegalStateException("more than 2^31 records");
    if (4 * (used + 1) > 3 * slotCount()) grow();
    enter(number);
  }

  private void enter(long number) {
    long slot = start(records.intAt(number, keyAt));
    while (at(slot) != 0 && !records.same(at(slot) - 1L, number, keyAt, keyBytes))
      slot = slot + 1 & slotCount() - 1;
    if (at(slot) == 0) used++;
    slots.setAtIndex(ValueLayout.JAVA_INT, slot, (int) number + 1);
    entered = number + 1;
  }

  /// The number of the last record with this key, or -1.
  ///
  /// @param key as many bytes as keys have
  public long find(byte[] key) {
    int head = key[0] << 24 | (key[1] & 0xff) << 16 | (key[2] & 0xff) << 8 | key[3] & 0xff;
    for (long slot = start(head); at(slot) != 0; slot = slot + 1 & slotCount() - 1)
      if (records.holds(at(slot) - 1L, keyAt, key)) return at(slot) - 1L;
    return -1;
  }

  private int at(long slot) {
    return slots.getAtIndex(ValueLayout.JAVA_INT, slot);
  }

  private long start(int head) {
    return (head * 0x9e3779b97f4a7c15L >>> 20) & slotCount() - 1;
  }

  private long slotCount() {
    return slots.byteSize() / Integer.BYTES;
  }

  @SuppressWarnings("MustBeClosedChecker") // closed by close
  private void grow() {
    long doubled = 2 * slotCount();
    arena.close();
    arena = Arena.ofShared();
    slots = arena.allocate(doubled * Integer.BYTES);
    long all = entered;
    used = 0;
    for (long number = 0; number < all; number++)
      enter(number);
  }

  @Override
  public void close() {
    arena.close();
  }
}
