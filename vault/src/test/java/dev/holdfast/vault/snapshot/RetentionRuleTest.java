package dev.holdfast.vault.snapshot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.vault.snapshot.RetentionRule.Received;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RetentionRuleTest {
  static final Instant MONDAY = Instant.parse("2026-11-23T12:00:00Z");

  static List<Received> every(Duration pause, int count) {
    var snapshots = new ArrayList<Received>();
    for (int i = 0; i < count; i++)
      snapshots.add(new Received(i + 1, MONDAY.plus(pause.multipliedBy(i))));
    return snapshots;
  }

  @Test
  void theLastOnesAreKept() {
    assertEquals(Set.of(9L, 10L),
        new RetentionRule(2, 0, 0, 0).kept(every(Duration.ofMinutes(1), 10)));
  }

  @Test
  void theNewestOfEachDayIsKept() {
    assertEquals(Set.of(2L, 6L, 10L, 12L),
        new RetentionRule(1, 4, 0, 0).kept(every(Duration.ofHours(6), 12)));
  }

  @Test
  void weeksAndMonthsReachFurtherBack() {
    var kept = new RetentionRule(1, 0, 3, 2).kept(every(Duration.ofDays(1), 40));
    assertEquals(Set.of(28L, 35L, 39L, 40L), kept);
  }

  @Test
  void aFloodPushesOutOnlyTheLastOnesNotTheOldDays() {
    var snapshots = every(Duration.ofDays(1), 5);
    for (int i = 0; i < 100; i++)
      snapshots.add(new Received(6 + i, MONDAY.plus(Duration.ofDays(4)).plusSeconds(i)));
    assertTrue(new RetentionRule(10, 14, 8, 24).kept(snapshots)
        .containsAll(Set.of(1L, 2L, 3L,
            4L)));
  }

  @Test
  void theNewestIsAlwaysKept() {
    assertEquals(Set.of(1L), new RetentionRule(1, 0, 0, 0).kept(every(Duration.ofDays(1), 1)));
    assertThrows(IllegalArgumentException.class, () -> new RetentionRule(0, 9, 9, 9));
  }
}
