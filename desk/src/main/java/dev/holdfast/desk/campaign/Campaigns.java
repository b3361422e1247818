package dev.holdfast.desk.campaign;

import dev.holdfast.desk.database.DeskDatabase;
import dev.holdfast.desk.judgement.Answer;
import dev.holdfast.desk.report.Report;
import dev.holdfast.desk.trait.Traits;
import java.io.BufferedReader;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;

/// Reports and the campaigns they make up. What it shows is always settled: as if all reports had
/// come at once, in any order.
public final class Campaigns {
  private static final int MOST_FOUND = 50;

  private final DeskDatabase database;
  private final Traits traits;
  private final Clock clock;
  private final Settling settling;

  /// @param traits reads reports
  public Campaigns(DeskDatabase database, Traits traits, Clock clock) {
    this.database = database;
    this.traits = traits;
    this.clock = clock;
    this.settling = new Settling(database);
  }

  /// Takes in reports, a line each; a line that is none is kept aside with the reason.
  ///
  /// @param source named with the lines that are kept aside
  /// @param aside told of each of those: line and reason
  public Imported take(BufferedReader lines, String source, Consumer<String> aside)
      throws IOException {
    return new LineIntake(database, traits, clock, source, aside).take(lines);
  }

  /// Takes in one report and finds its campaign at once, from the campaigns as they stand.
  public Added add(Report report) {
    var ready = Intake.Ready.of(report, traits);
    return database.write(db -> Intake.addAndPlace(db, ready, clock.instant()));
  }

  /// Every report with its campaign, in the order in which they came.
  public void each(Consumer<Listed> reader) {
    settling.settle();
    database.read(db -> {
      var overlay = overlay(db);
      ReportStore.eachPlaced(db, placed -> {
        var campaign = overlay.campaign(placed.id(), placed.campaign());
        reader.accept(new Listed(placed.id(), campaign, placed.campaign(), placed.playbook(),
            placed.undecided() && campaign.equals(placed.campaign())));
      });
      return true;
    });
  }

  private static Overlay overlay(Handle db) {
    return Overlay.of(DecisionStore.all(db),
        id -> ReportStore.placed(db, id).map(ReportStore.Placed::campaign).orElse(""));
  }

  /// What is to be said about two reports.
  ///
  /// @throws UnknownReportException if one is not there
  public Opinion judge(String first, String second) {
    settling.settle();
    var opinion = database.read(db -> {
      var a = report(db, first);
      var b = report(db, second);
      var machine = Judging.of(db, a, b, traits);
      return new Opinion(machine.answer(), machine.ratio(), machine.words(),
          machine.ratioUnrelated(), machine.grade(), machine.reasons(), machine.doubts(),
          machine.flip(), overruled(db, a.id(), b.id()));
    });
    step("judge", first + " " + second + ": " + opinion.answer().word());
    return opinion;
  }

  private static Optional<Opinion.Overruled> overruled(Handle db, String a, String b) {
    Optional<Opinion.Overruled> last = Optional.empty();
    for (var decision : DecisionStore.all(db))
      if (decision.kind() == Decision.Kind.OVERRULE && decision.reports().contains(a)
          && decision.reports().contains(b))
        last = Answer.of(decision.answer())
            .map(answer -> new Opinion.Overruled(answer, decision.reason()));
    return last;
  }

  /// A report by its id, or the first of a campaign by the campaign's.
  private static ReportStore.Placed report(Handle db, String id) {
    return ReportStore.placed(db, id)
        .or(() -> ReportStore.leastOf(db, id))
        .orElseThrow(() -> new UnknownReportException(id));
  }

  /// The text of a report is public from a moment on, and so is its whole template.
  ///
  /// @throws UnknownReportException if the report is not there
  public void published(String like, Report.Moment from) {
    database.change(db -> {
      var exemplar = report(db, like);
      PlaceStore.publish(db, exemplar.id(), from.instant().toEpochMilli());
      var around = Islands.around(db, exemplar.number());
      PlaceStore.unsettle(db, around.members().stream().map(Member::number).toList());
      DecisionStore.step(db, clock.instant(), "published",
          exemplar.id() + " from " + from.instant());
    });
  }

  /// Writes down what an analyst decided; the machine's opinion stays beside it.
  ///
  /// @param ids reports or campaigns
  /// @throws UnknownReportException if one is not there
  public void decide(Decision.Kind kind, List<String> ids, String answer, String reason) {
    settling.settle();
    database.change(db -> {
      var reports = new ArrayList<String>();
      for (var id : ids)
        reports.add(report(db, id).id());
      if (kind == Decision.Kind.PIN) reports.add(anchor(db, reports.get(0)));
      var decision = new Decision(clock.instant(), kind, reports, answer, reason);
      DecisionStore.add(db, decision);
      DecisionStore.step(db, decision.at(), kind.name().toLowerCase(Locale.ROOT),
          String.join(" ", ids) + (answer.isEmpty() ? "" : " " + answer) + ": " + reason);
    });
  }

  /// The report that stands for the campaign in which another is pinned.
  private static String anchor(Handle db, String report) {
    var campaign = report(db, report).campaign();
    return ReportStore.anchor(db, campaign, report).orElse(report);
  }

  /// Parts everything anew.
  public void rebuild() {
    settling.rebuild();
    step("rebuild", "all reports");
  }

  /// Parts what changed since the last time.
  public void settle() {
    settling.settle();
  }

  /// Reports that hold all these words, the latest first.
  public List<String> search(String words) {
    var plain = traits.words(words);
    if (plain.isEmpty()) return List.of();
    var query = "\"" + String.join("\" \"", plain.split(" ", -1)) + "\"";
    return database.read(db -> ReportStore.search(db, query, MOST_FOUND));
  }

  /// Every step so far, the first first.
  public void eachStep(Consumer<Step> reader) {
    database.read(db -> {
      DecisionStore.eachStep(db, reader);
      return true;
    });
  }

  private void step(String what, String detail) {
    database.change(db -> DecisionStore.step(db, clock.instant(), what, detail));
  }
}
