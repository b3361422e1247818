package dev.holdfast.desk.campaign;

import dev.holdfast.desk.judgement.Answer;
import dev.holdfast.desk.judgement.Background;
import dev.holdfast.desk.judgement.Bench;
import dev.holdfast.desk.judgement.Finding;
import dev.holdfast.desk.judgement.Profile;
import dev.holdfast.desk.judgement.Weighing;
import dev.holdfast.desk.trait.Kind;
import dev.holdfast.desk.trait.Marks;
import dev.holdfast.desk.trait.Trait;
import dev.holdfast.desk.trait.Traits;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Judges two reports by what each brings along: itself and the campaign it belongs to.
final class Judging {
  private static final int MOST = 3;
  /// What somebody uses can be changed within a day: nothing speaks louder than this against
  /// one actor.
  private static final double MOST_APART = -2;
  /// Nor louder than this for one: a report may be wrong, or a device in other hands.
  private static final double MOST_TOGETHER = 5;

  private final Handle db;
  private final ReportStore.Placed a;
  private final ReportStore.Placed b;
  private final Map<Long, String> values = new HashMap<>();

  private Judging(Handle db, ReportStore.Placed a, ReportStore.Placed b) {
    this.db = db;
    this.a = a;
    this.b = b;
  }

  static Opinion of(Handle db, ReportStore.Placed a, ReportStore.Placed b, Traits traits) {
    var judging = new Judging(db, a, b);
    judging.remember(traits.of(a.report()));
    judging.remember(traits.of(b.report()));
    return a.campaign().equals(b.campaign()) ? judging.within() : judging.between();
  }

  private void remember(Traits.Read read) {
    for (Trait trait : read.traits())
      values.put(trait.mark(), trait.value());
  }

  /// Two of one campaign are as close as the looser of them belongs to it, or closer by themselves.
  private Opinion within() {
    var background = PlaceStore.background(db, a.island());
    var direct = Weighing.of(a.profile(), b.profile(), background);
    var whole = PlaceStore.profile(db, a.campaign());
    if (whole.isEmpty()) return opinion(direct, Bench.answer(direct), direct.log());
    var looser = looser(whole.get(), background);
    var log = Math.max(direct.log(), looser.log());
    var answer = Bench.answer(direct) == Answer.SAME_CAMPAIGN
        ? Answer.SAME_CAMPAIGN
        : Bench.answer(looser);
    return opinion(direct.log() >= looser.log() ? direct : looser, answer, log);
  }

  private Weighing looser(Profile whole, Background background) {
    var ofA = Weighing.of(a.profile(), whole.without(a.profile()), background);
    var ofB = Weighing.of(b.profile(), whole.without(b.profile()), background);
    return ofA.log() <= ofB.log() ? ofA : ofB;
  }

  private Opinion between() {
    var island = a.island() == b.island() ? a.island() : 0;
    var background = PlaceStore.background(db, island == 0 ? a.island() : island);
    var weighing = Weighing.of(side(a), side(b), background);
    var answer = Bench.answer(weighing);
    // What the whole picture kept apart is at most open.
    return opinion(weighing, answer == Answer.SAME_CAMPAIGN ? Answer.UNDECIDED : answer,
        weighing.log());
  }

  private Profile side(ReportStore.Placed placed) {
    return PlaceStore.profile(db, placed.campaign()).orElseGet(placed::profile);
  }

  private Opinion opinion(Weighing weighing, Answer answer, double log) {
    var reasons = new ArrayList<Opinion.Reason>();
    var doubts = new ArrayList<Opinion.Reason>();
    for (var finding : weighing.findings())
      (finding.weight() > 0 ? reasons : doubts).add(reason(finding));
    if (weighing.related() && reasons.size() < MOST)
      reasons.add(new Opinion.Reason("text", "both ask for the same in the same way", 0,
          Counters.shared(Kind.TEMPLATE)));
    var told = answer == Answer.UNRELATED && log > -Bench.DECIDED
        ? Math.min(log, weighing.logUnrelated())
        : log;
    var shown = Math.clamp(told, MOST_APART, MOST_TOGETHER);
    return new Opinion(answer, Bench.ratio(shown), Bench.words(shown),
        Bench.ratio(weighing.logUnrelated()), Bench.grade(weighing),
        reasons.subList(0, Math.min(MOST, reasons.size())),
        doubts.subList(0, Math.min(MOST, doubts.size())),
        Counters.flip(answer, weighing.decisive()), Optional.empty());
  }

  private Opinion.Reason reason(Finding finding) {
    var kind = finding.kind();
    var rounded = Math.round(finding.weight() * 100) / 100.0;
    if (finding.weight() < 0)
      return new Opinion.Reason(kind.words(),
          kind == Kind.TEMPLATE
              ? "they ask for different things"
              : "what one shows never appears with the other" + apart(kind),
          rounded, Counters.apart(kind));
    return new Opinion.Reason(kind.words(), example(finding), rounded, Counters.shared(kind));
  }

  private String apart(Kind kind) {
    var ofA = valueOf(a, kind);
    var ofB = valueOf(b, kind);
    return ofA.isEmpty() || ofB.isEmpty() || ofA.equals(ofB) ? "" : ": " + ofA + ", " + ofB;
  }

  private String valueOf(ReportStore.Placed placed, Kind kind) {
    for (var mark : placed.seen())
      if (Marks.kind(mark) == kind && values.containsKey(mark)) return shown(kind, mark);
    return "";
  }

  private String example(Finding finding) {
    return switch (finding.kind()) {
      case IMAGE -> "both came with the same picture";
      case TEMPLATE -> "nearly the same text, and nobody else is known to use it";
      case SPELLING -> "both misspell the same word where others do not";
      default -> {
        var value = shown(finding.kind(), finding.mark());
        yield value.isEmpty()
            ? "shared through other reports of the campaign"
            : "both: " + value;
      }
    };
  }

  private String shown(Kind kind, long mark) {
    var value = values.getOrDefault(mark, "");
    if (value.equals(Trait.PLAIN)) return "nothing unusual";
    if (kind == Kind.HOURS && !value.isEmpty()) {
      var from = (value.charAt(1) - '0') * 6 - (value.charAt(0) == 'b' ? 3 : 0);
      return "from " + (from + 24) % 24 + " to " + (from + 6) % 24 + " o'clock UTC";
    }
    return value.length() > 80 ? value.substring(0, 80) + "\u2026" : value;
  }
}
