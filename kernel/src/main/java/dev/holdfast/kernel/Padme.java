package dev.holdfast.kernel;

/// Padmé padding (Nikitin et al., PETS 2019): a length rounded up so that it leaks O(log log
/// length) bits, at a cost of at most 12 %.
public final class Padme {
  private Padme() {}

  /// The padded length, never shorter than `length`.
  ///
  /// @param length bytes, not negative
  public static long padded(long length) {
    if (length < 0) throw new IllegalArgumentException("a length is not negative");
    if (length < 2) return length;
    int exponent = 63 - Long.numberOfLeadingZeros(length);
    int significant = 32 - Integer.numberOfLeadingZeros(exponent);
    int free = exponent - significant;
    if (free <= 0) return length;
    long mask = (1L << free) - 1;
    return (length + mask) & ~mask;
  }
}
