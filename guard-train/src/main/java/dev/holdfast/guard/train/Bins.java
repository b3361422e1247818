package dev.holdfast.guard.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Rows of numbers, each number put into one of a few bins that hold about as many rows.
final class Bins {
  /// Most bins a number has.
  static final int MOST = 48;

  private final float[][] cuts;
  private final byte[][] bins;

  Bins(float[][] rows) {
    cuts = new float[rows[0].length][];
    bins = new byte[rows[0].length][rows.length];
    for (var number = 0; number < cuts.length; number++) {
      var values = new float[rows.length];
      for (var i = 0; i < rows.length; i++)
        values[i] = rows[i][number];
      var sorted = values.clone();
      Arrays.sort(sorted);
      cuts[number] = cuts(sorted);
      for (var i = 0; i < values.length; i++)
        bins[number][i] = bin(cuts[number], values[i]);
    }
  }

  int numbers() {
    return cuts.length;
  }

  /// How many cuts a number has: one less than its bins.
  int cuts(int number) {
    return cuts[number].length;
  }

  /// Values up to this one lie in bin `cut` or below.
  float cut(int number, int cut) {
    return cuts[number][cut];
  }

  /// The bin of every row.
  byte[] of(int number) {
    return bins[number];
  }

  private static float[] cuts(float[] sorted) {
    var found = new ArrayList<Float>();
    for (var b = 1; b < MOST; b++)
      found.add(sorted[(int) ((long) sorted.length * b / MOST)]);
    var rare = new ArrayList<Float>();
    for (var v : sorted)
      if (rare.size() < MOST && (rare.isEmpty() || rare.get(rare.size() - 1) != v)) rare.add(v);
    return below(rare.size() < MOST ? rare : found, sorted[sorted.length - 1]);
  }

  private static float[] below(List<Float> candidates, float last) {
    var kept = candidates.stream().filter(c -> c < last).distinct().toList();
    var cuts = new float[kept.size()];
    for (var i = 0; i < cuts.length; i++)
      cuts[i] = kept.get(i);
    return cuts;
  }

  private static byte bin(float[] cuts, float value) {
    var at = Arrays.binarySearch(cuts, value);
    return (byte) (at >= 0 ? at : -at - 1);
  }
}
