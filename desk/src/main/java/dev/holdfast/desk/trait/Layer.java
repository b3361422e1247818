package dev.holdfast.desk.trait;

/// The three layers of evidence, kept apart (docs/desk.md).
public enum Layer {
  /// The template: anybody can copy it from the press.
  T,
  /// What is hard to copy.
  I,
  /// Behaviour and targeting.
  B
}
