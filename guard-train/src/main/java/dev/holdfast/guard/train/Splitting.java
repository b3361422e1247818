package dev.holdfast.guard.train;

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

  private final int from;
  private double best = 1e-6;
  private int number;
  private int cut = -1;

  /// @param from where the sums of the node begin
  Splitting(int from) {
    this.from = from;
  }

  /// Tries every cut of a number.
  ///
  /// @param slopes sums by node and bin
  /// @param bends sums by node and bin
  void look(int number, int cuts, double[] slopes, double[] bends) {
    var all = new Sums();
    for (var b = 0; b <= cuts; b++)
      all.add(slopes[from + b], bends[from + b]);
    var left = new Sums();
    var right = new Sums();
    for (var b = 0; b < cuts; b++) {
      left.add(slopes[from + b], bends[from + b]);
      right.slope = all.slope - left.slope;
      right.bend = all.bend - left.bend;
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
