package dev.holdfast.vault.database;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Counts the milliseconds this server has run in all its lives. A tick counts the smaller of
/// elapsed wall-clock and monotonic time and never a negative one, so a clock that is set can only
/// make waits longer (docs/protocol.md, section 6).
public final class RunMeter {
  private static final long NANOS_PER_MILLI = 1_000_000;
  private static final long TOGETHER_MILLIS = 1_000;
  private static final Duration UNKNOWN = Duration.ofDays(36_500);

  private final TimeSource time;
  private final Duration downtime;
  private Instant wall;
  private long nanos;
  private long ran;

  /// @param ran what was saved before this start
  /// @param savedAt when it was saved, by the wall clock; null before the first start
  public RunMeter(TimeSource time, long ran, @Nullable Instant savedAt) {
    this.time = time;
    this.ran = ran;
    wall = time.wall();
    nanos = time.nanos();
    downtime = savedAt == null ? Duration.ZERO : unsure(Duration.between(savedAt, wall));
  }

  /// A clock that was set back hides how long the server was down: then it was down for long.
  private static Duration unsure(Duration measured) {
    return measured.isNegative() ? UNKNOWN : measured;
  }

  /// How long the server was down before this start; very long if the clock cannot tell.
  public Duration downtime() {
    return downtime;
  }

  /// The wall clock.
  public Instant now() {
    return time.wall();
  }

  /// Milliseconds run until now. However often it is asked, no part of a millisecond is lost.
  public synchronized long ran() {
    var wallNow = time.wall();
    long nanosNow = time.nanos();
    long byWall = Duration.between(wall, wallNow).toMillis();
    long byNanos = (nanosNow - nanos) / NANOS_PER_MILLI;
    long elapsed = Math.min(byWall, byNanos);
    if (byWall >= 0 && elapsed <= 0) return ran;
    ran += Math.max(0, elapsed);
    boolean together = byWall >= 0 && Math.abs(byWall - byNanos) < TOGETHER_MILLIS;
    wall = together ? wall.plusMillis(elapsed) : wallNow;
    nanos = together ? nanos + elapsed * NANOS_PER_MILLI : nanosNow;
    return ran;
  }
}
