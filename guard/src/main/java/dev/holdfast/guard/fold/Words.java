package dev.holdfast.guard.fold;

/// Says whether a plain word is one the reader of the text would look for.
@FunctionalInterface
public interface Words {
  /// No word is known: leet is then left as it stands.
  Words NONE = word -> false;

  /// Whether `word` is one.
  ///
  /// @param word in plain form
  boolean knows(String word);
}
