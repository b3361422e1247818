package dev.holdfast.guard.fold;

/// A way of writing that hides words from programs but not from people.
public enum Trick {
  /// Characters without a glyph (zero-width, bidi controls, tags, soft hyphens) inside a word.
  HIDDEN,
  /// Letters from a styled alphabet: mathematical, full-width, circled, small capitals,
  /// emoji letters.
  FANCY,
  /// One word made of letters of several alphabets, or a word wholly of look-alikes.
  MIXED_SCRIPTS,
  /// A word written with a gap or dot after each letter.
  SPACED,
  /// Digits and signs standing for letters.
  LEET
}
