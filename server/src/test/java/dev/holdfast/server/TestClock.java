package dev.holdfast.server;

import dev.holdfast.vault.database.TimeSource;
import java.time.Duration;
import java.time.Instant;

/// Both clocks stand until a test moves them.
final class TestClock implements TimeSource {
  private Instant wall = Instant.parse("2026-11-24T12:00:00Z");
  private long nanos = 1_000_000_000L;

  @Override
  public synchronized Instant wall() {
    return wall;
  }

  @Override
  public synchronized long nanos() {
    return nanos;
  }

  /// Time passes.
  synchronized void pass(Duration time) {
    wall = wall.plus(time);
    nanos += time.toNanos();
  }

  /// Somebody sets the wall clock; the machine runs on.
  synchronized void set(Duration jump) {
    wall = wall.plus(jump);
  }

  /// The machine is off: the wall clock goes on, the other begins anew.
  synchronized void off(Duration time) {
    wall = wall.plus(time);
    nanos = 5_000_000_000L;
  }
}
