package dev.holdfast.desk.campaign;

import dev.holdfast.desk.judgement.Bench;
import dev.holdfast.desk.judgement.Profile;
import dev.holdfast.desk.judgement.Weighing;
import dev.holdfast.desk.trait.Kind;
import dev.holdfast.desk.trait.Marks;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;

/// Finds a new report's campaign from the campaigns as they stand, in bounded time; the next settling
/// looks again at everything around it.
final class FirstPlace {
  private static final int HOLDERS = 40;
  private static final int CANDIDATES = 12;

  private FirstPlace() {}

  static void find(Handle db, String id) {
    var row = ReportStore.find(db, id).orElseThrow();
    var member = ReportStore.members(db, java.util.List.of(row.number())).getFirst();
    var meets = new HashMap<String, Integer>();
    var marks = new TreeSet<Long>();
    for (var mark : member.marks())
      marks.add(mark);
    ReportStore.Placed like = null;
    for (var key : member.keys()) {
      for (var holder : ReportStore.holders(db, key, HOLDERS)) {
        if (holder == member.number()) continue;
        var placed = ReportStore.placed(db, holder);
        meets.merge(placed.campaign(), 1, Integer::sum);
        if (Marks.kind(key) == Kind.BAND && like == null) like = placed;
      }
    }
    if (like != null)
      for (var mark : like.seen())
        if (Marks.kind(mark).layer() == dev.holdfast.desk.trait.Layer.T) marks.add(mark);
    var own = Profile.one(marks.stream().mapToLong(Long::longValue).toArray(), member.at());
    best(db, own, meets).ifPresent(campaign -> ReportStore.place(db, member.number(), campaign));
  }

  private static java.util.Optional<String> best(Handle db, Profile own,
      Map<String, Integer> meets) {
    var likely = meets.entrySet()
        .stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue()
            .reversed()
            .thenComparing(Map.Entry.comparingByKey()))
        .limit(CANDIDATES)
        .map(Map.Entry::getKey)
        .toList();
    java.util.Optional<String> best = java.util.Optional.empty();
    var most = Bench.DECIDED;
    for (var campaign : likely) {
      var least = ReportStore.leastOf(db, campaign).orElseThrow();
      var profile = PlaceStore.profile(db, campaign).orElseGet(least::profile);
      var log = Weighing.of(own, profile, PlaceStore.background(db, least.island())).log();
      if (log < most) continue;
      most = log;
      best = java.util.Optional.of(campaign);
    }
    return best;
  }
}
