package dev.holdfast.desk.trait;

import java.util.HexFormat;
import java.util.Random;

/// Picture fingerprints (PDQ, 256 bits): near ones are found by samples of their bits.
public final class Pictures {
  /// How many bits two fingerprints of one picture may differ in.
  public static final int NEAR = 31;
  private static final int BITS = 256;
  private static final int TABLES = 12;
  private static final int SAMPLE = 28;
  private static final int[][] SAMPLES = samples();

  private Pictures() {}

  private static int[][] samples() {
    var random = new Random(20260527);
    var samples = new int[TABLES][SAMPLE];
    for (var table : samples)
      for (var i = 0; i < SAMPLE; i++)
        table[i] = random.nextInt(BITS);
    return samples;
  }

  /// Whether a fingerprint says anything: blank pictures have nearly all bits alike.
  static boolean telling(String pdq) {
    var ones = ones(bits(pdq));
    return ones >= 32 && ones <= BITS - 32;
  }

  /// Keys of which near pictures share one with a chance of 0.99 at 10 bits, 0.7 at 20.
  static long[] keys(String pdq) {
    var bits = bits(pdq);
    var keys = new long[TABLES];
    for (var table = 0; table < TABLES; table++) {
      var key = 1L;
      for (var bit : SAMPLES[table])
        key = key << 1 | (bits[bit >> 6] >>> (bit & 63) & 1);
      keys[table] = Marks.mix(key + ((long) table << 40));
    }
    return keys;
  }

  /// Four words.
  ///
  /// @param pdq 64 hex digits
  public static long[] bits(String pdq) {
    var words = new long[4];
    for (var i = 0; i < 4; i++)
      words[i] = HexFormat.fromHexDigitsToLong(pdq, i * 16, i * 16 + 16);
    return words;
  }

  /// In how many bits two differ.
  public static int distance(long[] a, long[] b) {
    var distance = 0;
    for (var i = 0; i < a.length; i++)
      distance += Long.bitCount(a[i] ^ b[i]);
    return distance;
  }

  private static int ones(long[] words) {
    var ones = 0;
    for (var word : words)
      ones += Long.bitCount(word);
    return ones;
  }
}
