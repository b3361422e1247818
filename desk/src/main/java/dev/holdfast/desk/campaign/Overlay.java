package dev.holdfast.desk.campaign;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/// The machine's campaigns as analysts corrected them, in the order of their decisions.
final class Overlay {
  private final Map<String, String> moved = new HashMap<>();
  private final Map<String, String> same = new HashMap<>();

  private Overlay() {}

  /// @param campaignOf the machine's campaign of a report; a report that is gone has none (empty)
  static Overlay of(List<Decision> decisions, UnaryOperator<String> campaignOf) {
    var overlay = new Overlay();
    for (var decision : decisions)
      overlay.apply(decision, campaignOf);
    return overlay;
  }

  private void apply(Decision decision, UnaryOperator<String> campaignOf) {
    var reports = decision.reports();
    switch (decision.kind()) {
      case MERGE -> reports.forEach(report -> unite(at(reports.get(0), campaignOf),
          at(report, campaignOf)));
      case SPLIT -> reports.forEach(report -> moved.put(report,
          Parted.name("s", reports.get(0) + " " + decision.at())));
      case PIN -> moved.put(reports.get(0), at(reports.getLast(), campaignOf));
      case OVERRULE -> {
        // An answer about two reports moves neither; it stands beside the machine's.
      }
    }
  }

  private String at(String report, UnaryOperator<String> campaignOf) {
    var place = moved.get(report);
    return root(place == null ? campaignOf.apply(report) : place);
  }

  private void unite(String a, String b) {
    var x = root(a);
    var y = root(b);
    if (x.isEmpty() || y.isEmpty() || x.equals(y)) return;
    same.put(x.compareTo(y) < 0 ? y : x, x.compareTo(y) < 0 ? x : y);
  }

  private String root(String campaign) {
    var at = campaign;
    for (var next = same.get(at); next != null; next = same.get(at))
      at = next;
    return at;
  }

  /// Where a report belongs after all decisions.
  String campaign(String report, String machine) {
    var place = moved.get(report);
    return root(place == null ? machine : place);
  }
}
