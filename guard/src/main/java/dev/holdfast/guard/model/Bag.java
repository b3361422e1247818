package dev.holdfast.guard.model;

import java.util.Arrays;

/// A set of hashed features.
public final class Bag {
  private int[] table = new int[512];
  private int size;
  private final int mask;

  /// An empty bag.
  ///
  /// @param bits features are numbers below two to the power of this
  public Bag(int bits) {
    mask = (1 << bits) - 1;
  }

  /// Puts a feature in, once.
  ///
  /// @param hash any number; its low bits are the feature
  public void add(int hash) {
    if (size * 2 >= table.length) grow();
    var feature = mix(hash) & mask;
    put(feature + 1);
  }

  /// How many different features are in.
  public int size() {
    return size;
  }

  /// All features in the order of their hash slots.
  public int[] features() {
    var out = new int[size];
    var n = 0;
    for (var entry : table)
      if (entry != 0) out[n++] = entry - 1;
    return out;
  }

  /// Two hashes in one.
  public static int join(int a, int b) {
    return a * 31 + Integer.rotateLeft(b * 0x85EBCA6B, 13);
  }

  private static int mix(int hash) {
    var h = hash;
    h ^= h >>> 16;
    h *= 0x85EBCA6B;
    h ^= h >>> 13;
    h *= 0xC2B2AE35;
    return h ^ (h >>> 16);
  }

  private void put(int entry) {
    var slot = (entry * 0x9E3779B1) >>> 8 & (table.length - 1);
    while (table[slot] != 0) {
      if (table[slot] == entry) return;
      slot = (slot + 1) & (table.length - 1);
    }
    table[slot] = entry;
    size++;
  }

  private void grow() {
    var old = table;
    table = new int[old.length * 2];
    size = 0;
    Arrays.stream(old).filter(e -> e != 0).forEach(this::put);
  }
}
