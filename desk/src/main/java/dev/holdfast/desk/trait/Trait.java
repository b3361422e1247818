package dev.holdfast.desk.trait;

/// One thing a report shows.
///
/// @param value in a form in which equal means the same; [#PLAIN] for what most people do
public record Trait(Kind kind, String value) {
  /// The value of a habit that is no habit.
  public static final String PLAIN = "-";

  /// The trait as a number, see [Marks].
  public long mark() {
    return Marks.of(kind, value);
  }
}
