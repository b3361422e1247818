package dev.holdfast.guard.fold;

/// Reads single letters as the Latin letters or digits they look like.
public final class Glyphs {
  private Glyphs() {}

  /// The Latin letter or digit that a plain character looks like.
  ///
  /// @param plain a character of a [Folded] text
  /// @return `a-z` or `0-9`, or 0 if it looks like none
  public static char latin(char plain) {
    if ((plain >= 'a' && plain <= 'z') || (plain >= '0' && plain <= '9')) return plain;
    if (Alphabets.of(plain) == 0) return 0;
    var letter = Alphabets.as(plain, Alphabets.LATIN);
    return (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9') ? letter : 0;
  }
}
