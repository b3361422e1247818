package dev.holdfast.guard.train;

import java.util.Locale;

/// A share with its 95 % Wilson interval.
///
/// @param hits how many
/// @param of out of how many
record Rate(long hits, long of) {
  private static final double Z = 1.959964;

  double share() {
    return of == 0 ? 0 : (double) hits / of;
  }

  double low() {
    return Math.max(0, centre() - margin());
  }

  double high() {
    return Math.min(1, centre() + margin());
  }

  private double centre() {
    return of == 0 ? 0 : (share() + Z * Z / (2 * of)) / (1 + Z * Z / of);
  }

  private double margin() {
    return of == 0
        ? 0
        : Z / (1 + Z * Z / of) * Math.sqrt(share() * (1 - share()) / of + Z * Z / (4.0 * of * of));
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%d/%d = %.2f %% (%.2f-%.2f)", hits, of, 100 * share(),
        100 * low(), 100 * high());
  }
}
