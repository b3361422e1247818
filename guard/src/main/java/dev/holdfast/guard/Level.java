package dev.holdfast.guard;

/// How a conversation is judged.
public enum Level {
  /// Nothing to interrupt for; there may still be notes.
  CLEAR,
  /// A soft stop that the person can pass.
  CAUTION,
  /// Somebody is after a secret.
  DANGER;

  /// The word used in machine-readable output.
  public String word() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
