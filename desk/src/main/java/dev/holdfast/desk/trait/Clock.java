package dev.holdfast.desk.trait;

import dev.holdfast.desk.report.Report;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// When somebody works and how fast they answer.
final class Clock {
  private static final int PART = 6;

  private Clock() {}

  static List<Trait> of(Report report) {
    var found = new ArrayList<Trait>();
    var at = report.at();
    if (at != null && !at.dayOnly()) {
      var hour = at.instant().atOffset(ZoneOffset.UTC).getHour();
      found.add(new Trait(Kind.HOURS, "a" + hour / PART));
      found.add(new Trait(Kind.HOURS, "b" + (hour + PART / 2) % 24 / PART));
    }
    var gaps = gaps(report.turns());
    if (!gaps.isEmpty())
      found.add(new Trait(Kind.LATENCY, "2^" + bucket(gaps.get(gaps.size() / 2))));
    return found;
  }

  /// Seconds until the other side wrote, sorted.
  private static List<Long> gaps(List<Report.Turn> turns) {
    var gaps = new ArrayList<Long>();
    for (var i = 1; i < turns.size(); i++) {
      var before = turns.get(i - 1).at();
      var now = turns.get(i).at();
      if (turns.get(i).mine() || before == null || now == null) continue;
      gaps.add(Math.max(1, Duration.between(before.instant(), now.instant()).toSeconds()));
    }
    Collections.sort(gaps);
    return gaps;
  }

  private static long bucket(long seconds) {
    return Math.round(Math.log((double) seconds) / Math.log(2) / 1.5);
  }
}
