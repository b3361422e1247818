package dev.holdfast.vault.database;

import java.time.Instant;

/// The two clocks: one that people set, one that only runs.
public interface TimeSource {
  /// The machine's own clocks.
  TimeSource SYSTEM = new TimeSource() {
    @Override
    public Instant wall() {
      return Instant.ofEpochMilli(System.currentTimeMillis());
    }

    @Override
    public long nanos() {
      return System.nanoTime();
    }
  };

  /// The wall clock, in whole milliseconds; may jump either way.
  Instant wall();

  /// The monotonic clock in nanoseconds, from an arbitrary origin.
  long nanos();
}
