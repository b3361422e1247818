package dev.holdfast.guard.fold;

import java.util.Arrays;

/// Plain characters with the original range of each; grows as it is written.
final class Track {
  private char[] chars;
  private int[] starts;
  private int[] ends;
  private int length;

  Track(int capacity) {
    chars = new char[capacity + 8];
    starts = new int[capacity + 8];
    ends = new int[capacity + 8];
  }

  void add(char c, int start, int end) {
    if (length == chars.length) grow();
    chars[length] = c;
    starts[length] = start;
    ends[length++] = end;
  }

  void add(Track other, int index) {
    add(other.chars[index], other.starts[index], other.ends[index]);
  }

  /// Puts a plain character over `first..last` of `other`, covering all of their originals.
  void addOver(char c, Track other, int first, int last) {
    add(c, other.starts[first], other.ends[last]);
  }

  char at(int index) {
    return chars[index];
  }

  void put(int index, char c) {
    chars[index] = c;
  }

  int start(int index) {
    return starts[index];
  }

  int end(int index) {
    return ends[index];
  }

  int length() {
    return length;
  }

  String slice(int from, int to) {
    return new String(chars, from, to - from);
  }

  String text() {
    return new String(chars, 0, length);
  }

  int[] starts() {
    return Arrays.copyOf(starts, length);
  }

  int[] ends() {
    return Arrays.copyOf(ends, length);
  }

  private void grow() {
    var size = chars.length * 2;
    chars = Arrays.copyOf(chars, size);
    starts = Arrays.copyOf(starts, size);
    ends = Arrays.copyOf(ends, size);
  }
}
