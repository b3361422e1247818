package dev.holdfast.guard.train;

/// An example as the forests see it.
///
/// @param example what it is
/// @param numbers as of [dev.holdfast.guard.model.Model#numbers]; the heads that made them must not
///          have seen the example
record Row(Example example, float[] numbers) {
  /// Log odds of the topic head, without its bias, below which a message is ordinary beyond doubt.
  private static final float EASY = -2;

  boolean isEasy() {
    return example.item().isHam() && numbers[numbers.length - 1] < EASY;
  }
}
