package dev.holdfast.guard.train;

import java.util.Arrays;

/// Looks for the question that divides the rows at one node best.
final class Splitting {
  private static final double PULL = 5;
  private static final double LEAST = 2;

  /// Slopes and bends of the loss, summed.
  static final class Sums {
    private double slope;
    private double bend;

    void add(double slope, double bend) {
      this.slope += slope;
      this.bend += bend;
    }

    /// The Newton step.
    double step() {
      return -slope / (bend + PULL);
    }

    private double worth() {
      return slope * slope / (bend + PULL);
    }
  }

  private final double[] slopes = new double[Bins.MOST];
  private final double[] bends = new double[Bins.MOST];
  private double best = 1e-6;
  private int number;
  private int cut = -1;

  void clear() {
    Arrays.fill(slopes, 0);
    Arrays.fill(bends, 0);
  }

  void add(int bin, float slope, float bend) {
    slopes[bin] += slope;
    bends[bin] += bend;
  }

  /// Tries every cut of a number whose rows were added.
  void look(int number, int cuts) {
    var all = new Sums();
    for (var b = 0; b <= cuts; b++)
      all.add(slopes[b], bends[b]);
    var left = new Sums();
    for (var b = 0; b < cuts; b++) {
      left.add(slopes[b], bends[b]);
      var right = new Sums();
      right.add(all.slope - left.slope, all.bend - left.bend);
      if (left.bend < LEAST || right.bend < LEAST) continue;
      var gain = left.worth() + right.worth() - all.worth();
      if (gain <= best) continue;
      best = gain;
      this.number = number;
      cut = b;
    }
  }

  boolean found() {
    return cut >= 0;
  }

  int number() {
    return number;
  }

  /// Which cut of the number, from 0.
  int cut() {
    return cut;
  }
}
