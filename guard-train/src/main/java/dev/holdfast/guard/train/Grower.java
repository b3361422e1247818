package dev.holdfast.guard.train;

import dev.holdfast.guard.model.Forest;
import java.util.Arrays;
import java.util.Random;

/// Grows a forest by gradient boosting: each tree is fitted, level by level, to what the ones
/// before got wrong (Newton steps on the logistic loss). The same rows in the same order give the
/// same forest.
final class Grower {
  private static final long SEED = 20261124;
  private static final int TREES = 160;
  private static final int DEPTH = 4;
  private static final int QUESTIONS = (1 << DEPTH) - 1;
  private static final double RATE = 0.1;
  /// Share of the rows and of the numbers a tree sees.
  private static final double ROWS = 0.7;
  private static final double NUMBERS = 0.3;

  private final Bins bins;
  private final boolean[] is;
  private final float[] weights;
  private final double[] scores;
  private final float[] slopes;
  private final float[] bends;
  private final int[] seen;
  private int seenCount;
  private final double[] slopeSums = new double[Bins.MOST << DEPTH];
  private final double[] bendSums = new double[Bins.MOST << DEPTH];
  private final int[] nodes;
  private final Random random = new Random(SEED);
  private final int[] asked = new int[TREES * QUESTIONS];
  private final float[] cuts = new float[TREES * QUESTIONS];
  private final float[] answers = new float[TREES << DEPTH];

  private Grower(float[][] numbers, boolean[] is, float[] weights) {
    this.bins = new Bins(numbers);
    this.is = is;
    this.weights = weights;
    this.scores = new double[is.length];
    this.slopes = new float[is.length];
    this.bends = new float[is.length];
    this.seen = new int[is.length];
    this.nodes = new int[is.length];
  }

  /// @param numbers a row per example
  /// @param is whether it is what is looked for
  /// @param weights how much it counts
  static Forest grow(float[][] numbers, boolean[] is, float[] weights) {
    return new Grower(numbers, is, weights).forest();
  }

  private Forest forest() {
    var base = base();
    Arrays.fill(scores, base);
    for (var tree = 0; tree < TREES; tree++)
      tree(tree);
    return new Forest(DEPTH, base, asked, cuts, answers);
  }

  private float base() {
    var yes = 0.0;
    var all = 0.0;
    for (var i = 0; i < is.length; i++) {
      all += weights[i];
      if (is[i]) yes += weights[i];
    }
    return (float) Math.log(yes / (all - yes));
  }

  private void tree(int tree) {
    seenCount = 0;
    for (var i = 0; i < is.length; i++) {
      var p = 1 / (1 + Math.exp(-scores[i]));
      slopes[i] = (float) ((p - (is[i] ? 1 : 0)) * weights[i]);
      bends[i] = (float) (p * (1 - p) * weights[i]);
      if (random.nextDouble() < ROWS) seen[seenCount++] = i;
    }
    var looked = new boolean[bins.numbers()];
    for (var n = 0; n < looked.length; n++)
      looked[n] = random.nextDouble() < NUMBERS;
    Arrays.fill(nodes, 0);
    for (var level = 0; level < DEPTH; level++)
      level(tree, level, looked);
    answers(tree);
  }

  private void level(int tree, int level, boolean[] looked) {
    var first = (1 << level) - 1;
    var splits = new Splitting[1 << level];
    for (var k = 0; k < splits.length; k++)
      splits[k] = new Splitting(k * Bins.MOST);
    for (var number = 0; number < looked.length; number++) {
      if (!looked[number] || bins.cuts(number) == 0) continue;
      sums(bins.of(number), first, splits.length * Bins.MOST);
      for (var split : splits)
        split.look(number, bins.cuts(number), slopeSums, bendSums);
    }
    var at = tree * QUESTIONS + first;
    for (var k = 0; k < splits.length; k++) {
      asked[at + k] = splits[k].number();
      cuts[at + k] = splits[k].found()
          ? bins.cut(splits[k].number(), splits[k].cut())
          : Float.MAX_VALUE;
    }
    for (var i = 0; i < is.length; i++) {
      var split = splits[nodes[i] - first];
      var right = split.found() && bins.of(split.number())[i] > split.cut();
      nodes[i] = 2 * nodes[i] + (right ? 2 : 1);
    }
  }

  /// Slopes and bends by node and bin.
  private void sums(byte[] of, int first, int size) {
    Arrays.fill(slopeSums, 0, size, 0);
    Arrays.fill(bendSums, 0, size, 0);
    for (var n = 0; n < seenCount; n++) {
      var i = seen[n];
      var at = (nodes[i] - first) * Bins.MOST + of[i];
      slopeSums[at] += slopes[i];
      bendSums[at] += bends[i];
    }
  }

  private void answers(int tree) {
    var sums = new Splitting.Sums[1 << DEPTH];
    for (var k = 0; k < sums.length; k++)
      sums[k] = new Splitting.Sums();
    for (var n = 0; n < seenCount; n++)
      sums[nodes[seen[n]] - QUESTIONS].add(slopes[seen[n]], bends[seen[n]]);
    for (var k = 0; k < sums.length; k++)
      answers[(tree << DEPTH) + k] = (float) (RATE * sums[k].step());
    for (var i = 0; i < is.length; i++)
      scores[i] += answers[(tree << DEPTH) + nodes[i] - QUESTIONS];
  }
}
