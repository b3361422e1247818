package dev.holdfast.guard.model;

/// One linear judgement over the two groups of features: a bias, and eight bits of weight
/// per feature.
public final class Head {
  private final float bias;
  private final float meantStep;
  private final byte[] meant;
  private final float saidStep;
  private final byte[] said;

  /// A head over these weights.
  ///
  /// @param bias added to the sum
  /// @param meantStep value of one step of `meant`
  /// @param meant a weight per fact, a power of two of them; kept, not copied
  /// @param saidStep value of one step of `said`
  /// @param said a weight per piece, a power of two of them; kept, not copied
  public Head(float bias, float meantStep, byte[] meant, float saidStep, byte[] said) {
    this.bias = bias;
    this.meantStep = meantStep;
    this.meant = meant;
    this.saidStep = saidStep;
    this.said = said;
  }

  /// What is added to the sum.
  public float bias() {
    return bias;
  }

  /// The sum over facts.
  public double meant(Features features) {
    return sum(features.meant(), meant) * meantStep;
  }

  /// The sum over pieces.
  public double said(Features features) {
    return sum(features.said(), said) * saidStep;
  }

  /// What each feature of a group of `count` weighs: long texts do not shout.
  public static double norm(int count) {
    return count == 0 ? 0 : 1 / Math.sqrt(count);
  }

  float meantStep() {
    return meantStep;
  }

  byte[] meantWeights() {
    return meant;
  }

  float saidStep() {
    return saidStep;
  }

  byte[] saidWeights() {
    return said;
  }

  private static double sum(int[] features, byte[] weights) {
    long sum = 0;
    for (var f : features)
      sum += weights[f & (weights.length - 1)];
    return sum * norm(features.length);
  }
}
