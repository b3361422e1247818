package dev.holdfast.guard.train;

import dev.holdfast.guard.model.Model;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// Finds thresholds on held-out scores.
final class Cut {
  /// A held-out score.
  record Scored(Item item, double lure, double soft, double topic) {}

  private static final double NEGATIVES_AT_CAUTION = 0.04;
  private static final double NEGATIVES_AT_DANGER = 0.011;
  private static final double HAM_AT_CAUTION = 0.0003;
  private static final double SOFT = 0.006;
  /// How loud the first threshold may be taken alone: the second one takes some of it back.
  private static final int LOUDEST = 12;

  private final List<Scored> lures;
  private final List<Scored> negatives;
  private final List<Scored> plain;
  private final List<Scored> ham;

  /// Below every score.
  private static final double NEVER = -1e6;

  private Cut(List<Scored> held) {
    lures = held.stream().filter(s -> s.item().isLure()).toList();
    negatives = held.stream().filter(s -> !s.item().isLure() && !s.item().isHam()).toList();
    plain = negatives.stream().filter(s -> s.item().level() < 2).toList();
    ham = held.stream()
        .filter(s -> s.item().isHam() && !Data.NEIGHBOURS.contains(s.item().source()))
        .toList();
  }

  static Scored scored(Example example, Forests forests, float[] numbers, double soft) {
    return new Scored(example.item(), Model.sigmoid(forests.harm().score(numbers)), soft,
        forests.strange().score(numbers));
  }

  /// The pair of thresholds that finds most lures within the limits on alarms, and the others
  /// to it.
  static Model.Mix thresholds(List<Scored> held) {
    return new Cut(held).thresholds();
  }

  private Model.Mix thresholds() {
    var most = -1L;
    var caution = 1.0;
    var topic = 0.0;
    for (var percent = 1; percent <= LOUDEST; percent++) {
      var c = upper(plain, plain.size(), Scored::lure, percent / 100.0);
      var loud = ham.stream().filter(s -> s.lure() >= c).toList();
      var t = Math.max(upper(loud, ham.size(), Scored::topic, HAM_AT_CAUTION),
          upper(over(plain, c), plain.size(), Scored::topic, NEGATIVES_AT_CAUTION));
      var found = over(lures, c).stream().filter(s -> s.topic() >= t).count();
      if (found <= most) continue;
      most = found;
      caution = c;
      topic = t;
    }
    return mix(caution, topic);
  }

  private Model.Mix mix(double caution, double topic) {
    var strange = negatives.stream().filter(s -> s.topic() >= topic).toList();
    var danger = Math.max(caution,
        upper(strange, negatives.size(), Scored::lure, NEGATIVES_AT_DANGER));
    var soft = upper(plain, plain.size(), Scored::soft, SOFT);
    return new Model.Mix((float) caution, (float) danger, (float) soft, (float) topic);
  }

  private static List<Scored> over(List<Scored> scored, double caution) {
    return scored.stream().filter(s -> s.lure() >= caution).toList();
  }

  /// The value that `share` of `all` lie above.
  private static double upper(List<Scored> scored, int all, ToDoubleFunction<Scored> by,
      double share) {
    return scored.stream()
        .map(by::applyAsDouble)
        .sorted(Comparator.reverseOrder())
        .skip((int) (all * share))
        .findFirst()
        .orElse(NEVER);
  }
}
