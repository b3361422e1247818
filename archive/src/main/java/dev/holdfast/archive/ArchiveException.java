package dev.holdfast.archive;

/// Data that cannot be believed or understood: which item, what was expected, and a way out.
///
/// The message never quotes content, and "wrong key" and "forged" read the same. A disk or network
/// that fails is an `IOException` instead.
public final class ArchiveException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /// What a caller may do about it; each kind has its own exit code.
  public enum Kind {
    /// Damaged, cut, forged, or sealed under another key: these are not told apart.
    DAMAGED,
    /// Made by a newer version than this code knows.
    UNSUPPORTED,
    /// The item is not where it was looked for.
    ABSENT
  }

  private final Kind kind;
  private final String hint;

  /// Says it in a sentence and a way out.
  ///
  /// @param sentence which item, and what was expected of it; no content
  /// @param hint the way out, for a person
  public ArchiveException(Kind kind, String sentence, String hint) {
    super(sentence);
    this.kind = kind;
    this.hint = hint;
  }

  public Kind kind() {
    return kind;
  }

  /// The way out, one sentence without a full stop.
  public String hint() {
    return hint;
  }
}
