package dev.holdfast.desk.likeness;

/// MinHash in bands: two texts that share a band are worth comparing.
///
/// @param bands how many chances to meet
/// @param rows how much has to agree for one; more rows, fewer chance meetings
public record Sketch(int bands, int rows) {
  /// For texts that ask for something: they meet from a similarity of about 0.6 on.
  public static final Sketch LURES = new Sketch(8, 5);
  /// For ordinary talk, of which there is more: they meet from about 0.85 on.
  public static final Sketch TALK = new Sketch(5, 10);

  /// One number a band.
  public long[] of(int[] shingles) {
    var keys = new long[bands];
    for (var band = 0; band < bands; band++) {
      var key = mix(band * 31L + rows);
      for (var row = 0; row < rows; row++)
        key = mix(key ^ least(shingles, band * rows + row));
      keys[band] = key;
    }
    return keys;
  }

  private static long least(int[] shingles, int permutation) {
    var a = (int) mix(permutation * 2L + 1) | 1;
    var b = (int) mix(permutation * 2L + 2);
    var least = Integer.MAX_VALUE;
    for (var shingle : shingles) {
      var h = shingle * a + b;
      h ^= h >>> 15;
      h *= 0x2c1b3c6d;
      h ^= h >>> 13;
      if (h < least) least = h;
    }
    return least;
  }

  private static long mix(long value) {
    var z = (value + 0x9E3779B97F4A7C15L ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
