package dev.holdfast.guard.train;

import dev.holdfast.guard.model.Features;
import dev.holdfast.guard.model.Head;
import dev.holdfast.guard.model.Model;

/// Logistic regression by AdaGrad, with a pull towards zero.
final class Weights {
  private static final float RATE = 1f;
  private static final float PULL = 3e-4f;
  /// Keeps a feature that is seen once, with a small error, from leaping.
  private static final float FIRST = 0.02f;

  private final float[] meant;
  private final float[] meantSquares;
  private final float[] said;
  private final float[] saidSquares;
  private float bias;
  private float biasSquares = 1;

  Weights(int meantBits, int saidBits) {
    meant = new float[1 << meantBits];
    meantSquares = new float[1 << meantBits];
    said = new float[1 << saidBits];
    saidSquares = new float[1 << saidBits];
  }

  void step(Features features, boolean is, float weight, boolean seesMeant, boolean seesSaid) {
    var sum = (double) bias;
    if (seesMeant) sum += sum(features.meant(), meant);
    if (seesSaid) sum += sum(features.said(), said);
    var error = (float) (Model.sigmoid(sum) - (is ? 1 : 0)) * weight;
    if (seesMeant) move(features.meant(), meant, meantSquares, error);
    if (seesSaid) move(features.said(), said, saidSquares, error);
    biasSquares += error * error;
    bias -= RATE * error / (float) Math.sqrt(biasSquares);
  }

  Head head() {
    var meantStep = step(meant);
    var saidStep = step(said);
    return new Head(bias, meantStep, bytes(meant, meantStep), saidStep, bytes(said, saidStep));
  }

  private static double sum(int[] features, float[] weights) {
    var sum = 0.0;
    for (var f : features)
      sum += weights[f & (weights.length - 1)];
    return sum * Head.norm(features.length);
  }

  private static void move(int[] features, float[] weights, float[] squares, float error) {
    var gradient = error * (float) Head.norm(features.length);
    var square = gradient * gradient;
    for (var f : features) {
      var at = f & (weights.length - 1);
      squares[at] += square;
      weights[at] -= RATE * gradient / (float) Math.sqrt(squares[at] + FIRST) + PULL * weights[at];
    }
  }

  private static float step(float[] weights) {
    var most = 1e-9f;
    for (var w : weights)
      most = Math.max(most, Math.abs(w));
    return most / 127;
  }

  private static byte[] bytes(float[] weights, float step) {
    var bytes = new byte[weights.length];
    for (var i = 0; i < weights.length; i++)
      bytes[i] = (byte) Math.round(weights[i] / step);
    return bytes;
  }
}
