package dev.holdfast.guard.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.guard.model.Forest;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class GrowerTest {
  private static final int ROWS = 2000;

  @Test
  void treesLearnWhatNoSumCan() {
    var rows = rows();
    var forest = grown(rows);
    var right = 0;
    for (var row : rows)
      if (forest.score(row) > 0 == isOdd(row)) right++;
    assertTrue(right > 0.97 * ROWS, right + " of " + ROWS);
  }

  @Test
  void theSameRowsGiveTheSameForest() {
    var rows = rows();
    var first = grown(rows);
    var second = grown(rows);
    for (var row : rows)
      assertEquals(first.score(row), second.score(row));
  }

  private static Forest grown(float[][] rows) {
    var is = new boolean[ROWS];
    for (var i = 0; i < ROWS; i++)
      is[i] = isOdd(rows[i]);
    var weights = new float[ROWS];
    Arrays.fill(weights, 1);
    return Grower.grow(rows, is, weights);
  }

  /// True where exactly one of the two numbers is high.
  private static boolean isOdd(float[] row) {
    return (row[0] > 0.5f) != (row[1] > 0.5f);
  }

  private static float[][] rows() {
    var random = new Random(5);
    var rows = new float[ROWS][4];
    for (var row : rows)
      for (var n = 0; n < row.length; n++)
        row[n] = random.nextFloat();
    return rows;
  }
}
