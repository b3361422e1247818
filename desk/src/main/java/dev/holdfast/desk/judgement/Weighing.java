package dev.holdfast.desk.judgement;

import dev.holdfast.desk.trait.Kind;
import dev.holdfast.desk.trait.Layer;
import dev.holdfast.desk.trait.Marks;
import java.util.ArrayList;
import java.util.List;

/// The evidence between two profiles, kind by kind, as decimal logarithms of likelihood ratios.
public final class Weighing {
  private static final double MOST_FROM_MORE_VALUES = 1.5;
  private static final double TYPICAL = .3;
  private static final double TEMPLATE_UNRELATED = 2.5;
  private static final double PLAY_UNRELATED = 1.0;
  private static final double OTHER_PLAY_UNRELATED = -1.5;
  private static final double OTHER_PLAY = -.6;
  private static final double LEAST = .08;
  private static final double APART = .6;
  private static final double PRIOR_PAIRS = 2;

  private final Profile a;
  private final Profile b;
  private final Background background;
  private final double[] weights = new double[Kind.ALL.size()];
  private final long[] shown = new long[Kind.ALL.size()];
  private double template;
  private boolean related;
  private boolean strange;

  private Weighing(Profile a, Profile b, Background background) {
    this.a = a;
    this.b = b;
    this.background = background;
  }

  /// Weighs what two have in common and what they do not.
  public static Weighing of(Profile a, Profile b, Background background) {
    var weighing = new Weighing(a, b, background);
    weighing.all();
    return weighing;
  }

  private void all() {
    var i = 0;
    var k = 0;
    for (var kind : Kind.ALL) {
      var endA = end(a, i, kind);
      var endB = end(b, k, kind);
      if (kind == Kind.TEMPLATE || kind == Kind.PLAY) text(kind, i, endA, k, endB);
      else if (i < endA && k < endB) weights[kind.ordinal()] = weigh(kind, i, endA, k, endB);
      i = endA;
      k = endB;
    }
    if (!related && a.ofKind(Kind.PLAY) > 0 && b.ofKind(Kind.PLAY) > 0) strange = true;
    weights[Kind.TEMPLATE.ordinal()] = related ? template : strange ? OTHER_PLAY : 0;
  }

  private static int end(Profile profile, int from, Kind kind) {
    var at = from;
    while (at < profile.size() && Marks.kind(profile.mark(at)) == kind)
      at++;
    return at;
  }

  private void text(Kind kind, int i, int endA, int k, int endB) {
    while (i < endA && k < endB) {
      if (a.mark(i) == b.mark(k)) {
        if (!Marks.plain(a.mark(i))) {
          shown[kind.ordinal()] = a.mark(i);
          related = true;
        }
        if (kind == Kind.TEMPLATE)
          template = Math.max(template, background.template(a.mark(i), a, b));
        i++;
        k++;
      } else if (a.mark(i) < b.mark(k)) i++;
      else
        k++;
    }
  }

  /// The best shared value, further ones at a discount; else what it means that none is shared.
  private double weigh(Kind kind, int fromA, int endA, int fromB, int endB) {
    var mostA = most(a, fromA, endA);
    var mostB = most(b, fromB, endB);
    var best = 0.0;
    var more = 0.0;
    var meets = false;
    for (int i = fromA, k = fromB; i < endA && k < endB;) {
      if (a.mark(i) == b.mark(k)) {
        if (!background.muted(a.mark(i))) {
          meets = true;
          var typical = Math.sqrt((double) a.count(i) / mostA * b.count(k) / mostB);
          var weight = value(kind, a.mark(i)) * Math.min(1, typical / TYPICAL);
          more += Math.min(best, weight);
          if (weight > best) shown[kind.ordinal()] = a.mark(i);
          best = Math.max(best, weight);
        }
        i++;
        k++;
      } else if (a.mark(i) < b.mark(k)) i++;
      else
        k++;
    }
    if (meets) return best + Math.min(MOST_FROM_MORE_VALUES, more / 2);
    return -conflict(kind, fromA, endA, fromB, endB);
  }

  private static int most(Profile profile, int from, int end) {
    var most = 1;
    for (var i = from; i < end; i++)
      most = Math.max(most, profile.count(i));
    return most;
  }

  private double value(Kind kind, long mark) {
    var base = background.base(mark, a, b);
    if (kind.hard()) {
      var rare = Math.log10(1 / Math.max(base, 1e-6));
      return kind == Kind.IMAGE || kind == Kind.KIT
          ? Math.min(kind.weight(), rare * .9)
          : kind.weight();
    }
    return Math.max(0, Math.log10(kind.reuse() / base));
  }

  /// Two that each keep to their own values are hardly one; two that always change say nothing.
  private double conflict(Kind kind, int fromA, int endA, int fromB, int endB) {
    var keepsA = keeps(a, kind, fromA, endA);
    var keepsB = keeps(b, kind, fromB, endB);
    var miss = -Math.log10(1 - .97 * Math.sqrt(keepsA * keepsB));
    var weight = Math.min(kind.conflict(), miss) * (apart() ? APART : 1);
    if (weight < LEAST) return 0;
    shown[kind.ordinal()] = a.mark(fromA);
    return weight;
  }

  /// How likely two reports of one side agree, from its own pairs and a prior worth two pairs.
  private double keeps(Profile side, Kind kind, int from, int end) {
    double reports = side.ofKind(kind);
    var agreeing = 0.0;
    for (var i = from; i < end; i++) {
      if (background.muted(side.mark(i))) continue;
      agreeing += side.count(i) * (side.count(i) - 1.0) / 2;
    }
    var pairs = reports * (reports - 1) / 2;
    return Math.min(1,
        (Math.min(agreeing, pairs) + PRIOR_PAIRS * kind.reuse()) / (pairs + PRIOR_PAIRS));
  }

  private boolean apart() {
    return a.first() != Profile.UNTOLD && b.first() != Profile.UNTOLD
        && (a.last() < b.first() || b.last() < a.first());
  }

  /// Whether text or play is the same.
  public boolean related() {
    return related;
  }

  /// Against copycats of the same playbook.
  public double log() {
    return sum(-1);
  }

  /// [#log] without the feature that carries most of the verdict.
  double logWithoutStrongest() {
    return sum(strongest(log() >= 0 ? 1 : -1));
  }

  private int strongest(int sign) {
    var strongest = -1;
    for (var kind = 0; kind < weights.length; kind++)
      if (weights[kind] * sign > 0
          && (strongest < 0 || weights[kind] * sign > weights[strongest] * sign))
        strongest = kind;
    return strongest;
  }

  /// The kind that carries most of the verdict; a weight of 0 if nothing speaks.
  public Finding decisive() {
    var strongest = strongest(log() >= 0 ? 1 : -1);
    return strongest < 0
        ? new Finding(Kind.TEMPLATE, 0, 0)
        : new Finding(Kind.ALL.get(strongest), weights[strongest], shown[strongest]);
  }

  /// Whether anything hard to copy speaks for one actor.
  public boolean hasHardToCopy() {
    for (var kind : Kind.ALL)
      if (kind.layer() == Layer.I && weights[kind.ordinal()] > LEAST) return true;
    return false;
  }

  /// Against unrelated lures: there the text itself is evidence.
  public double logUnrelated() {
    var text = shown[Kind.TEMPLATE.ordinal()] != 0
        ? TEMPLATE_UNRELATED
        : shown[Kind.PLAY.ordinal()] != 0
            ? PLAY_UNRELATED
            : strange ? OTHER_PLAY_UNRELATED : 0;
    return sum(-1) - weights[Kind.TEMPLATE.ordinal()] + text;
  }

  /// Inside a layer the strongest counts in full, each further one half as much as the one before;
  /// for and against apart.
  private double sum(int without) {
    var sum = 0.0;
    for (var layer : Layer.values()) {
      sum += layer(layer, 1, without);
      sum -= layer(layer, -1, without);
    }
    return sum;
  }

  private double layer(Layer layer, int sign, int without) {
    var sorted = new double[weights.length];
    var count = 0;
    for (var kind : Kind.ALL) {
      var weight = weights[kind.ordinal()] * sign;
      if (kind.layer() != layer || weight <= 0 || kind.ordinal() == without) continue;
      var at = count++;
      while (at > 0 && sorted[at - 1] < weight)
        sorted[at] = sorted[--at];
      sorted[at] = weight;
    }
    var sum = 0.0;
    for (var i = count - 1; i >= 0; i--)
      sum = sorted[i] + sum / 2;
    return sum;
  }

  /// Everything that speaks, strongest first.
  public List<Finding> findings() {
    var findings = new ArrayList<Finding>();
    for (var kind : Kind.ALL) {
      var weight = weights[kind.ordinal()];
      if (Math.abs(weight) >= LEAST) findings.add(new Finding(kind, weight, shown[kind.ordinal()]));
    }
    findings.sort((x, y) -> Double.compare(Math.abs(y.weight()), Math.abs(x.weight())));
    return findings;
  }
}
