package dev.holdfast.archive.signal;

/// How much a file is filled up so that its length says little. Source: docs/format.md, section 11.
final class Padding {
  private static final double STEP = 1.05;
  private static final long LEAST = 541;

  private Padding() {}

  /// The padded length for `length` bytes, never shorter than it.
  static long padded(long length) {
    if (length <= LEAST) return LEAST;
    double exponent = Math.ceil(Math.log((double) length) / Math.log(STEP));
    return Math.max(length, Math.max(LEAST, (long) Math.floor(Math.pow(STEP, exponent))));
  }
}
