package dev.holdfast.kernel.warning;

import dev.holdfast.kernel.canonical.CanonicalReader;
import dev.holdfast.kernel.canonical.CanonicalWriter;
import java.time.Instant;

/// Times are whole seconds since 1970, so that a time has one form.
final class Seconds {
  /// The year 9999: later ones have no form with four digits.
  private static final long LAST = 253_402_300_799L;

  private Seconds() {}

  static void check(Instant time) {
    if (time.getNano() != 0 || time.getEpochSecond() < 0 || time.getEpochSecond() > LAST)
      throw new IllegalArgumentException("a time is a whole second between 1970 and 9999");
  }

  static void write(CanonicalWriter out, Instant time) {
    out.u64(time.getEpochSecond());
  }

  static Instant read(CanonicalReader in) {
    var seconds = in.u64();
    if (seconds > LAST) throw in.refused("a time out of range");
    return Instant.ofEpochSecond(seconds);
  }
}
