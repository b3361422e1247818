package dev.holdfast.vault.snapshot;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.IsoFields;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/// Which snapshots are kept, by the server's receive time alone: the last ones, and the newest of
/// each of the last days, weeks and months that have one. Days are UTC's, weeks ISO's.
///
/// @param last how many of the newest, at least 1
public record RetentionRule(int last, int daily, int weekly, int monthly) {
  /// @throws IllegalArgumentException if it would not keep the newest, or a number is negative
  public RetentionRule {
    if (last < 1 || daily < 0 || weekly < 0 || monthly < 0)
      throw new IllegalArgumentException(
          "retention keeps at least the newest snapshot, and no negative number of others");
  }

  /// A snapshot as far as this rule cares.
  public record Received(long sequence, Instant at) {}

  /// The sequence numbers to keep.
  public Set<Long> kept(List<Received> snapshots) {
    var newestFirst = snapshots.stream()
        .sorted(Comparator.comparingLong(Received::sequence).reversed())
        .toList();
    var kept = new HashSet<Long>();
    newestFirst.stream().limit(last).forEach(snapshot -> kept.add(snapshot.sequence()));
    keepNewestOfEach(newestFirst, daily, day -> day.toString(), kept);
    keepNewestOfEach(newestFirst, weekly, RetentionRule::week, kept);
    keepNewestOfEach(newestFirst, monthly, day -> day.getYear() + "-" + day.getMonthValue(), kept);
    return kept;
  }

  private static void keepNewestOfEach(List<Received> newestFirst, int most,
      Function<LocalDate, String> period, Set<Long> kept) {
    var seen = new HashSet<String>();
    for (var snapshot : newestFirst) {
      var name = period.apply(LocalDate.ofInstant(snapshot.at(), ZoneOffset.UTC));
      if (seen.contains(name)) continue;
      if (seen.size() == most) return;
      seen.add(name);
      kept.add(snapshot.sequence());
    }
  }

  private static String week(LocalDate day) {
    return day.get(IsoFields.WEEK_BASED_YEAR) + "-" + day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
  }
}
