package dev.holdfast.vault.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RunMeterTest {
  static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

  /// Clocks that a test moves.
  static final class Clocks implements TimeSource {
    Instant wall = NOON;
    long nanos = -5;

    void pass(Duration byWall, Duration byNanos) {
      wall = wall.plus(byWall);
      nanos += byNanos.toNanos();
    }

    @Override
    public Instant wall() {
      return wall;
    }

    @Override
    public long nanos() {
      return nanos;
    }
  }

  final Clocks clocks = new Clocks();
  final RunMeter meter = new RunMeter(clocks, 500, NOON);

  long after(Duration byWall, Duration byNanos) {
    clocks.pass(byWall, byNanos);
    return meter.ran();
  }

  @Test
  void timeThatPassesCounts() {
    assertEquals(500, meter.ran());
    assertEquals(60_500, after(Duration.ofMinutes(1), Duration.ofMinutes(1)));
  }

  @Test
  void aClockSetForwardByADayMovesNothing() {
    assertEquals(1_500, after(Duration.ofDays(1), Duration.ofSeconds(1)));
    assertEquals(2_500, after(Duration.ofSeconds(1), Duration.ofSeconds(1)));
  }

  @Test
  void aClockSetBackByADayOnlyDelays() {
    assertEquals(500, after(Duration.ofDays(-1), Duration.ofSeconds(1)));
    assertEquals(1_500, after(Duration.ofSeconds(1), Duration.ofSeconds(1)));
  }

  @Test
  void manyShortTicksCountAsMuchAsALongOne() {
    for (int i = 0; i < 10_000; i++)
      after(i % 10 == 9 ? Duration.ofMillis(1) : Duration.ZERO, Duration.ofNanos(100_000));
    long ran = meter.ran();
    assertTrue(ran <= 1_500 && ran >= 1_490, "ran " + ran);
  }

  @Test
  void whoeverAsksOftenDoesNotStopTheTime() {
    for (int micros : new int[]{100, 250, 600}) {
      long begin = meter.ran();
      for (int i = 1; i <= 10_000_000 / micros; i++) {
        clocks.nanos += micros * 1_000L;
        clocks.wall = NOON.plusMillis((clocks.nanos + 500_005) / 1_000_000);
        meter.ran();
      }
      long counted = meter.ran() - begin;
      assertTrue(counted >= 9_990 && counted <= 10_001, micros + " us: " + counted);
    }
  }

  @Test
  void downtimeIsWhatTheWallClockSaysAndVeryLongIfItCannotTell() {
    assertEquals(Duration.ZERO, meter.downtime());
    assertEquals(Duration.ofHours(3),
        new RunMeter(clocks, 0, NOON.minus(Duration.ofHours(3))).downtime());
    assertTrue(new RunMeter(clocks, 0, NOON.plus(Duration.ofHours(3))).downtime()
        .compareTo(Duration.ofDays(1000)) > 0);
    assertEquals(Duration.ZERO, new RunMeter(clocks, 0, null).downtime(), "a first start");
  }
}
