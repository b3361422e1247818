package dev.holdfast.guard.train;

/// An example as the forests see it. Not a record, because a record would compare the array
/// by place.
final class Row {
  /// Log odds of the topic head, without its bias, below which a message is ordinary beyond doubt.
  private static final float EASY = -2;

  private final Example example;
  private final float[] numbers;

  /// @param example what it is
  /// @param numbers as of [dev.holdfast.guard.model.Model#numbers]; kept, not copied; the heads that
  ///          made them must not have seen the example
  Row(Example example, float[] numbers) {
    this.example = example;
    this.numbers = numbers;
  }

  Example example() {
    return example;
  }

  float[] numbers() {
    return numbers;
  }

  boolean isEasy() {
    return example.item().isHam() && numbers[numbers.length - 1] < EASY;
  }
}
