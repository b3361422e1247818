package dev.holdfast.desk.campaign;

import dev.holdfast.desk.judgement.Background;
import dev.holdfast.desk.judgement.Bench;
import dev.holdfast.desk.judgement.Profile;
import dev.holdfast.desk.judgement.Weighing;
import dev.holdfast.desk.trait.Layer;
import dev.holdfast.desk.trait.Marks;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.jdbi.v3.core.Handle;

/// Finds a new report's campaign from the campaigns as they stand, in bounded time; the next
/// settling looks again at everything around it.
final class FirstPlace {
  private static final int HOLDERS = 30;
  private static final int CANDIDATES = 6;

  private final Handle db;
  private final Member member;
  private final Map<Long, Background> backgrounds = new HashMap<>();
  private double most = Bench.DECIDED;
  private Optional<String> best = Optional.empty();

  private FirstPlace(Handle db, Member member) {
    this.db = db;
    this.member = member;
  }

  static void find(Handle db, int number) {
    var place = new FirstPlace(db, ReportStore.members(db, List.of(number)).getFirst());
    for (var campaign : place.likely())
      place.weigh(campaign);
    place.best.ifPresent(campaign -> ReportStore.place(db, number, campaign));
  }

  /// Those it shares most keys with; a hard one counts for many parts of a text.
  private List<String> likely() {
    var meets = new HashMap<String, Integer>();
    for (var key : member.keys()) {
      var weight = ReportStore.isHard(key) ? 100 : 1;
      ReportStore.campaigns(db, key, member.number(), HOLDERS)
          .forEach((campaign, count) -> meets.merge(campaign, weight * count, Integer::sum));
    }
    return meets.entrySet()
        .stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue()
            .reversed()
            .thenComparing(Map.Entry.comparingByKey()))
        .limit(CANDIDATES)
        .map(Map.Entry::getKey)
        .toList();
  }

  private void weigh(String campaign) {
    var stored = PlaceStore.profile(db, campaign);
    var like = ReportStore.anyOf(db, campaign);
    if (like.isEmpty()) return;
    var background = backgrounds.computeIfAbsent(like.get().island(),
        island -> PlaceStore.background(db, island));
    var log = Weighing.of(own(like.get()), stored.orElseGet(like.get()::profile), background)
        .log();
    if (log < most) return;
    most = log;
    best = Optional.of(campaign);
  }

  /// Its own marks, with the text of the report beside it: they met through keys.
  private Profile own(ReportStore.Placed like) {
    var text = Arrays.stream(like.seen()).filter(mark -> Marks.kind(mark).layer() == Layer.T);
    var marks = LongStream.concat(Arrays.stream(member.marks()), text).sorted().distinct();
    return Profile.one(marks.toArray(), member.at());
  }
}
