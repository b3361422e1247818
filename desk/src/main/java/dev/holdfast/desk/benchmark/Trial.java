package dev.holdfast.desk.benchmark;

import dev.holdfast.desk.campaign.Campaigns;
import dev.holdfast.desk.campaign.Listed;
import dev.holdfast.desk.judgement.Answer;
import dev.holdfast.desk.report.Report;
import dev.holdfast.desk.report.ReportJson;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

/// One data set through one desk, and what came of it.
///
/// @param reports how many there were
/// @param bCubed of campaigns against groups
/// @param merged share of cross-group pairs of one playbook that landed in one campaign
/// @param cllr of the ratios for pairs of one playbook
/// @param undecided share of reports whose place is undecided
/// @param same how often each answer was given for pairs of one group
/// @param different the same for pairs of different groups
public record Trial(int reports, Measures.BCubed bCubed, double merged, double cllr,
    double undecided, Map<Answer, Integer> same, Map<Answer, Integer> different) {
  private static final int PAIRS = 300;

  /// Runs it on an empty desk.
  ///
  /// @param seed for choosing pairs
  public static Trial run(Campaigns campaigns, Generator.Made made, long seed)
      throws IOException {
    var lines = made.reports()
        .stream()
        .map(l -> ReportJson.write(l.report()))
        .collect(Collectors.joining("\n"));
    campaigns.take(new BufferedReader(new StringReader(lines)), "benchmark", line -> {});
    for (var published : made.published())
      campaigns.published(published.like(), new Report.Moment(published.at(), false));
    var listed = new HashMap<String, Listed>();
    campaigns.each(one -> listed.put(one.id(), one));
    var placed = new ArrayList<Measures.Placed>();
    var undecided = 0;
    for (var one : made.reports()) {
      var place = listed.get(one.report().id());
      if (place == null) throw new IllegalStateException("a report was lost");
      placed.add(new Measures.Placed(one.group(), one.playbook(), place.campaign()));
      if (place.undecided()) undecided++;
    }
    return judged(campaigns, made.reports(), placed, (double) undecided / placed.size(), seed);
  }

  private static Trial judged(Campaigns campaigns, List<Labelled> reports,
      List<Measures.Placed> placed, double undecided, long seed) {
    var same = new Pairs(campaigns);
    var different = new Pairs(campaigns);
    var random = new Random(seed);
    for (var tries = 0; tries < 200 * PAIRS; tries++) {
      var a = Group.pick(reports, random);
      var b = Group.pick(reports, random);
      if (a.report().id().equals(b.report().id()) || !a.playbook().equals(b.playbook())) continue;
      (a.group().equals(b.group()) ? same : different).judge(a, b);
      if (same.logs.size() >= PAIRS && different.logs.size() >= PAIRS) break;
    }
    return new Trial(reports.size(), Measures.bCubed(placed), Measures.wronglyMerged(placed),
        Measures.cllr(same.logs, different.logs), undecided, same.answers, different.answers);
  }

  private static final class Pairs {
    private final Campaigns campaigns;
    private final List<Double> logs = new ArrayList<>();
    private final Map<Answer, Integer> answers = new EnumMap<>(Answer.class);

    Pairs(Campaigns campaigns) {
      this.campaigns = campaigns;
    }

    void judge(Labelled a, Labelled b) {
      if (logs.size() >= PAIRS) return;
      var opinion = campaigns.judge(a.report().id(), b.report().id());
      logs.add(Math.log10(opinion.ratio()));
      answers.merge(opinion.answer(), 1, Integer::sum);
    }
  }
}
