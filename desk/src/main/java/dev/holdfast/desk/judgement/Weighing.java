package dev.holdfast.desk.judgement;

import dev.holdfast.desk.trait.Kind;
import dev.holdfast.desk.trait.Layer;
import dev.holdfast.desk.trait.Marks;
import java.util.ArrayList;
import java.util.List;

/// The evidence between two profiles, kind by kind, as decimal logarithms of likelihood ratios.
public final class Weighing {
  private static final double MOST_SOFT = 2;
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
    text(Kind.TEMPLATE);
    text(Kind.PLAY);
    var i = 0;
    var k = 0;
    for (var kind : Kind.ALL) {
      var endA = end(a, i, kind);
      var endB = end(b, k, kind);
      if (kind.layer() != Layer.T && i < endA && k < endB)
        weights[kind.place()] = weigh(kind, i, endA, k, endB);
      i = endA;
      k = endB;
    }
    if (!related && a.ofKind(Kind.PLAY) > 0 && b.ofKind(Kind.PLAY) > 0) strange = true;
    if (weights[Kind.LANGUAGE.place()] < 0) acrossLanguages();
    weights[Kind.TEMPLATE.place()] = related ? template : strange ? OTHER_PLAY : 0;
  }

  /// Habits of writing and follow-ups that differ say little where the languages do.
  private void acrossLanguages() {
    for (var kind : Kind.ALL) {
      var at = kind.place();
      if (weights[at] >= 0) continue;
      if (kind == Kind.SPELLING || kind == Kind.SCRIPT) weights[at] = 0;
      else if (kind.group() == Kind.Group.STYLE) weights[at] *= APART / 2;
    }
  }

  private static int end(Profile profile, int from, Kind kind) {
    var at = from;
    while (at < profile.size() && Marks.kind(profile.mark(at)) == kind)
      at++;
    return at;
  }

  private void text(Kind kind) {
    for (var i = a.size() - 1; i >= 0 && Marks.kind(a.mark(i)).compareTo(kind) >= 0; i--) {
      var mark = a.mark(i);
      if (Marks.kind(mark) != kind || Marks.plain(mark) || b.share(mark) == 0) continue;
      shown[kind.place()] = mark;
      related = true;
      if (kind == Kind.TEMPLATE)
        template = Math.max(template, background.template(mark, a, b));
    }
  }

  /// How much likelier what one side shows is if it is the other than if it is anybody: a value
  /// seen before speaks for, a new one against as far as the other keeps to its values. Seen from
  /// both sides.
  private double weigh(Kind kind, int fromA, int endA, int fromB, int endB) {
    var forth = log(kind, a, fromA, endA, b, fromB, endB);
    var back = log(kind, b, fromB, endB, a, fromA, endA);
    var weight = Math.clamp((forth + back) / 2, -kind.conflict(), kind.hard() ? 6 : MOST_SOFT);
    if (shown[kind.place()] == 0) shown[kind.place()] = a.mark(fromA);
    return weight < 0 && apart() ? weight * APART : weight;
  }

  /// The mean over the reports of `seen` of the ratio that each has under `known`.
  private double log(Kind kind, Profile known, int from, int end, Profile seen, int fromSeen,
      int endSeen) {
    var reports = known.ofKind(kind);
    var novelty = novelty(known, kind, from, end);
    var sum = 0.0;
    var shares = 0.0;
    for (int i = from, k = fromSeen; k < endSeen; k++) {
      while (i < end && known.mark(i) < seen.mark(k))
        i++;
      var mark = seen.mark(k);
      if (background.muted(mark)) continue;
      var count = i < end && known.mark(i) == mark ? known.count(i) : 0;
      var base = background.base(mark, a, b, shown[Kind.TEMPLATE.place()] != 0);
      sum += seen.count(k) * (count / base + novelty) / (reports + novelty);
      shares += seen.count(k);
      if (count > 0) shown[kind.place()] = mark;
    }
    if (shares == 0) return 0;
    return Math.log10(Math.max(1e-4, sum / shares));
  }

  /// How many reports' worth of surprise a side has in store: little if it keeps to its values.
  /// From its own pairs and a prior worth two.
  private double novelty(Profile side, Kind kind, int from, int end) {
    double reports = side.ofKind(kind);
    var agreeing = 0.0;
    for (var i = from; i < end; i++)
      if (!background.muted(side.mark(i)))
        agreeing += side.count(i) * (side.count(i) - 1.0) / 2;
    var pairs = reports * (reports - 1) / 2;
    var keeps = (Math.min(agreeing, pairs) + PRIOR_PAIRS * kind.reuse()) / (pairs + PRIOR_PAIRS);
    return (1 - keeps) / keeps;
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
  public double logWithoutStrongest() {
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

  /// What is hard to copy, alone.
  public double logHardToCopy() {
    return layer(Layer.I, 1, -1) - layer(Layer.I, -1, -1);
  }

  /// Whether both are known as groups.
  public boolean betweenCores() {
    return a.cores() > 0 && b.cores() > 0;
  }

  /// Whether anything hard to copy speaks for one actor.
  public boolean hasHardToCopy() {
    for (var kind : Kind.ALL)
      if (kind.layer() == Layer.I && weights[kind.place()] > LEAST) return true;
    return false;
  }

  /// Against unrelated lures: there the text itself is evidence.
  public double logUnrelated() {
    var text = shown[Kind.TEMPLATE.place()] != 0
        ? TEMPLATE_UNRELATED
        : shown[Kind.PLAY.place()] != 0
            ? PLAY_UNRELATED
            : strange ? OTHER_PLAY_UNRELATED : 0;
    return sum(-1) - weights[Kind.TEMPLATE.place()] + text;
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
      var weight = weights[kind.place()] * sign;
      if (kind.layer() != layer || weight <= 0 || kind.place() == without) continue;
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
      var weight = weights[kind.place()];
      if (Math.abs(weight) >= LEAST) findings.add(new Finding(kind, weight, shown[kind.place()]));
    }
    findings.sort((x, y) -> Double.compare(Math.abs(y.weight()), Math.abs(x.weight())));
    return findings;
  }
}
