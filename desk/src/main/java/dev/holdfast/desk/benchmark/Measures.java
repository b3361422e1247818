package dev.holdfast.desk.benchmark;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The measures of docs/desk.md.
public final class Measures {
  private Measures() {}

  /// What was said of one report, beside the truth.
  ///
  /// @param group the truth
  /// @param playbook the truth
  /// @param campaign what was said
  public record Placed(String group, String playbook, String campaign) {}

  /// B-cubed precision, recall and their harmonic mean.
  public record BCubed(double precision, double recall, double f) {}

  /// How well campaigns match groups, seen from each report.
  public static BCubed bCubed(List<Placed> placed) {
    var groups = new HashMap<String, Integer>();
    var campaigns = new HashMap<String, Integer>();
    var both = new HashMap<String, Integer>();
    for (var p : placed) {
      groups.merge(p.group(), 1, Integer::sum);
      campaigns.merge(p.campaign(), 1, Integer::sum);
      both.merge(p.group() + "\n" + p.campaign(), 1, Integer::sum);
    }
    var precision = 0.0;
    var recall = 0.0;
    for (var cell : both.entrySet()) {
      var names = cell.getKey().split("\n", -1);
      var n = (double) cell.getValue();
      precision += n * n / campaigns.getOrDefault(names[1], 1);
      recall += n * n / groups.getOrDefault(names[0], 1);
    }
    precision /= placed.size();
    recall /= placed.size();
    return new BCubed(precision, recall, 2 * precision * recall / (precision + recall));
  }

  /// The share of pairs of one playbook from different groups that landed in one campaign.
  public static double wronglyMerged(List<Placed> placed) {
    var byPlaybook = new HashMap<String, Long>();
    Map<String, Long> byGroup = new HashMap<>();
    Map<String, Long> byCampaign = new HashMap<>();
    Map<String, Long> byBoth = new HashMap<>();
    for (var p : placed) {
      byPlaybook.merge(p.playbook(), 1L, Long::sum);
      byGroup.merge(p.playbook() + "\n" + p.group(), 1L, Long::sum);
      byCampaign.merge(p.playbook() + "\n" + p.campaign(), 1L, Long::sum);
      byBoth.merge(p.playbook() + "\n" + p.group() + "\n" + p.campaign(), 1L, Long::sum);
    }
    var cross = pairs(byPlaybook) - pairs(byGroup);
    var merged = pairs(byCampaign) - pairs(byBoth);
    return cross == 0 ? 0 : (double) merged / cross;
  }

  private static long pairs(Map<String, Long> sizes) {
    return sizes.values().stream().mapToLong(n -> n * (n - 1) / 2).sum();
  }

  /// The cost of log-likelihood ratios: 0 is perfect, 1 is a ratio of one for everybody.
  ///
  /// @param same decimal logarithms for pairs of one group
  /// @param different the same for pairs of different groups
  public static double cllr(List<Double> same, List<Double> different) {
    var ofSame = same.stream().mapToDouble(log -> bits(-log)).average().orElse(0);
    var ofDifferent = different.stream().mapToDouble(Measures::bits).average().orElse(0);
    return (ofSame + ofDifferent) / 2;
  }

  private static double bits(double log) {
    return Math.log1p(Math.pow(10, log)) / Math.log(2);
  }
}
