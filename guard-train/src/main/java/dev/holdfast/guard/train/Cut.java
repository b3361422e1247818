package dev.holdfast.guard.train;

import dev.holdfast.guard.model.Model;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// Finds thresholds on held-out scores.
final class Cut {
  /// A held-out score.
  record Scored(Item item, double lure, double soft, double topic) {}

  private static final double NEGATIVES_AT_CAUTION = 0.042;
  private static final double NEGATIVES_AT_DANGER = 0.012;
  private static final double HAM_AT_CAUTION = 0.00018;
  private static final double SOFT = 0.006;

  private Cut() {}

  static Scored scored(Example example, Forests forests, float[] numbers, double soft) {
    return new Scored(example.item(), Model.sigmoid(forests.harm().score(numbers)), soft,
        forests.strange().score(numbers));
  }

  static Model.Mix thresholds(List<Scored> held) {
    var negatives = held.stream().filter(s -> !s.item().isLure() && !s.item().isHam()).toList();
    var plain = negatives.stream().filter(s -> s.item().level() < 2).toList();
    var ham = held.stream()
        .filter(s -> s.item().isHam() && !Data.NEIGHBOURS.contains(s.item().source()))
        .toList();
    var caution = upper(plain, plain.size(), Scored::lure, NEGATIVES_AT_CAUTION);
    var danger = Math.max(caution,
        upper(negatives, negatives.size(), Scored::lure, NEGATIVES_AT_DANGER));
    var soft = upper(plain, plain.size(), Scored::soft, SOFT);
    var loud = ham.stream().filter(s -> s.lure() >= caution).toList();
    var topic = loud.size() <= ham.size() * HAM_AT_CAUTION
        ? -1e6
        : upper(loud, ham.size(), Scored::topic, HAM_AT_CAUTION);
    return new Model.Mix((float) caution, (float) danger, (float) soft, (float) topic);
  }

  /// The value that `share` of `all` lie above.
  private static double upper(List<Scored> scored, int all, ToDoubleFunction<Scored> by,
      double share) {
    return scored.stream()
        .map(by::applyAsDouble)
        .sorted(Comparator.reverseOrder())
        .skip((int) (all * share))
        .findFirst()
        .orElse(0.5);
  }
}
