package dev.holdfast.archive.split;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/// Large arrays that are used again: a garbage collector that has to copy or to clear them costs
/// more than what is done with them. For several threads.
final class Buffers {
  private static final int LEAST_BYTES = 1 << 16;
  /// Room for a pack, open or sealed.
  private static final int PACK_BYTES = Packs.TARGET_BYTES + (1 << 16);
  private static final int STEPS = 4;

  private final Map<Integer, Deque<byte[]>> free = new HashMap<>();
  private final long mostFree;
  private long freeBytes;

  /// @param mostFree so many bytes may lie about unused, besides those of whole packs, of which
  ///          there are only a few
  Buffers(long mostFree) {
    this.mostFree = mostFree;
  }

  /// An array of at least `length`, with anything in it; the caller's until it is given back.
  byte[] take(int length) {
    int capacity = capacity(length);
    synchronized (this) {
      var there = free.get(capacity);
      if (there != null && !there.isEmpty()) {
        if (capacity != PACK_BYTES) freeBytes -= capacity;
        return there.pop();
      }
    }
    return new byte[capacity];
  }

  /// Gives back an array that was taken here; nobody may use it any more.
  synchronized void give(byte[] bytes) {
    if (bytes.length != PACK_BYTES) makeRoom(bytes.length);
    free.computeIfAbsent(bytes.length, length -> new ArrayDeque<>()).push(bytes);
  }

  /// What is in the way is of sizes that nobody asks for any more.
  private void makeRoom(int length) {
    if (freeBytes + length > mostFree) {
      free.keySet().removeIf(capacity -> capacity != PACK_BYTES);
      freeBytes = 0;
    }
    freeBytes += length;
  }

  /// A few sizes, so that arrays find new users: at most a quarter more than asked for, or a
  /// whole pack.
  private static int capacity(int length) {
    if (length > PACK_BYTES / 2 && length <= PACK_BYTES) return PACK_BYTES;
    int step = length <= LEAST_BYTES ? LEAST_BYTES : Integer.highestOneBit(length - 1) / STEPS;
    return Math.multiplyExact((length + step - 1) / step, step);
  }
}
