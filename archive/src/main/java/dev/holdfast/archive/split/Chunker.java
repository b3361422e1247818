package dev.holdfast.archive.split;

import dev.holdfast.kernel.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// Cuts bytes where their content says so, so that an insertion moves the cuts near it only:
/// FastCDC with normalised chunking (Xia et al., USENIX ATC 2016).
///
/// @param least no chunk but the last is shorter
/// @param normal the wished-for length, a power of two
/// @param most no chunk is longer
record Chunker(int least, int normal, int most) {
  /// For files.
  static final Chunker FILES = new Chunker(256 << 10, 1 << 20, 4 << 20);
  /// For listings.
  static final Chunker LISTINGS = new Chunker(16 << 10, 64 << 10, 256 << 10);

  private static final int LEVEL = 2;
  private static final long[] GEAR = gear();

  private static long[] gear() {
    var table = new long[256];
    for (int i = 0; i < table.length; i++) {
      var seed = ("holdfast/gear/v1 " + i).getBytes(StandardCharsets.US_ASCII);
      table[i] = ByteBuffer.wrap(Sha256.over(seed).raw()).getLong();
    }
    return table;
  }

  /// How long the chunk at `from` is, given that `to` is the end or at least `most` bytes away.
  int cut(byte[] bytes, int from, int to) {
    int length = Math.min(to - from, most);
    if (length <= least) return length;
    long hard = mask(LEVEL);
    long easy = mask(-LEVEL);
    int middle = from + Math.min(length, normal);
    long hash = 0;
    int at = from + least;
    for (; at < middle; at++) {
      hash = (hash << 1) + GEAR[bytes[at] & 0xff];
      if ((hash & hard) == 0) return at + 1 - from;
    }
    for (int end = from + length; at < end; at++) {
      hash = (hash << 1) + GEAR[bytes[at] & 0xff];
      if ((hash & easy) == 0) return at + 1 - from;
    }
    return length;
  }

  /// The highest bits, on which the most bytes before have an influence.
  private long mask(int more) {
    int bits = Integer.numberOfTrailingZeros(normal) + more;
    return -1L << 64 - bits;
  }
}
