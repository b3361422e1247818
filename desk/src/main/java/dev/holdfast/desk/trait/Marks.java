package dev.holdfast.desk.trait;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Collection;

/// Traits as numbers: six bits for the kind, 57 for the value. The sign bit stays free, so numbers
/// sort by kind. A collision within a kind has a chance of one in 10^17 a pair.
public final class Marks {
  private static final int KIND_SHIFT = 57;
  private static final long VALUE_MASK = (1L << KIND_SHIFT) - 1;
  private static final long PRIME = 0x100000001b3L;
  private static final long BASIS = 0xcbf29ce484222325L;

  private Marks() {}

  /// The number of one value.
  public static long of(Kind kind, String value) {
    return of(kind, hash(value));
  }

  /// The number of a value that is a number already.
  public static long of(Kind kind, long value) {
    return ((long) kind.place() << KIND_SHIFT) | (value & VALUE_MASK);
  }

  /// The kind of a mark.
  public static Kind kind(long mark) {
    return Kind.ALL.get((int) (mark >>> KIND_SHIFT));
  }

  /// Whether it stands for what most people do.
  public static boolean plain(long mark) {
    return (mark & VALUE_MASK) == (hash(Trait.PLAIN) & VALUE_MASK);
  }

  /// A text as 64 well-mixed bits; the same in every run.
  public static long hash(String text) {
    var hash = BASIS;
    for (var i = 0; i < text.length(); i++)
      hash = (hash ^ text.charAt(i)) * PRIME;
    return mix(hash);
  }

  /// Mixes bits so that each depends on all.
  public static long mix(long value) {
    var z = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }

  /// The marks of some traits, sorted, each once.
  public static long[] of(Collection<Trait> traits) {
    return traits.stream().mapToLong(Trait::mark).sorted().distinct().toArray();
  }

  /// Eight bytes a mark.
  public static byte[] bytes(long[] marks) {
    var bytes = ByteBuffer.allocate(marks.length * Long.BYTES);
    for (var mark : marks)
      bytes.putLong(mark);
    return bytes.array();
  }

  /// The inverse of [#bytes].
  public static long[] marks(byte[] bytes) {
    var marks = new long[bytes.length / Long.BYTES];
    ByteBuffer.wrap(bytes).asLongBuffer().get(marks);
    return marks;
  }

  /// Whether sorted `marks` hold one.
  public static boolean has(long[] marks, long mark) {
    return Arrays.binarySearch(marks, mark) >= 0;
  }
}
