package dev.holdfast.picture;

/// A picture could not be read. Says what was expected and a way out, never what the picture shows.
public final class PictureException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /// What stood in the way.
  public enum Kind {
    /// There is no such file, or it may not be read.
    ABSENT,
    /// The bytes are no picture of a known format, or one too large.
    UNREADABLE,
    /// The program that reads words is not installed.
    NO_READER,
    /// That program failed, or took more time or memory than it may.
    READER_FAILED
  }

  private final Kind kind;
  private final String hint;

  PictureException(Kind kind, String sentence, String hint) {
    super(sentence);
    this.kind = kind;
    this.hint = hint;
  }

  /// What stood in the way.
  public Kind kind() {
    return kind;
  }

  /// The way out.
  public String hint() {
    return hint;
  }
}
