package dev.holdfast.guard.train;

import dev.holdfast.guard.model.Model;
import java.util.Comparator;
import java.util.List;

/// Finds thresholds on held-out scores.
final class Cut {
  /// A held-out score.
  record Scored(Item item, double lure, double soft) {}

  private static final double NEGATIVES_AT_CAUTION = 0.042;
  private static final double NEGATIVES_AT_DANGER = 0.012;
  private static final double HAM_AT_CAUTION = 0.0003;
  private static final double SOFT = 0.006;

  private Cut() {}

  static Model.Mix thresholds(List<Scored> held, Model.Mix mix) {
    var negatives = held.stream().filter(s -> !s.item().isLure() && !s.item().isHam()).toList();
    var plain = negatives.stream().filter(s -> s.item().level() < 2).toList();
    var ham = held.stream().filter(s -> s.item().isHam() && !Data.NEIGHBOURS.contains(s.item().source())).toList();
    var caution = Math.max(upper(plain, NEGATIVES_AT_CAUTION), upper(ham, HAM_AT_CAUTION));
    var danger = Math.max(caution, upper(negatives, NEGATIVES_AT_DANGER));
    var soft = plain.stream().map(Scored::soft).sorted(Comparator.reverseOrder()).skip((int) (plain.size() * SOFT)).findFirst().orElse(0.9);
    return new Model.Mix(mix.meant(), mix.said(), mix.bias(), (float) caution, (float) danger, soft.floatValue());
  }

  private static double upper(List<Scored> scored, double share) {
    return scored.stream().map(Scored::lure).sorted(Comparator.reverseOrder()).skip((int) (scored.size() * share)).findFirst().orElse(0.5);
  }
}
