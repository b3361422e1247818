package dev.holdfast.client;

/// What went wrong, as a sentence and a way out. Neither quotes secrets or content.
public class ClientException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /// What a caller may do about it; a program turns each into its own exit code.
  public enum Kind {
    /// The question was put wrongly.
    USAGE,
    /// There is no such thing.
    ABSENT,
    /// A rule of the vault or of the server says no.
    REFUSED,
    /// Not yet; ask again later.
    WAITING,
    /// Damaged, forged, or older than what was seen before.
    DAMAGED,
    /// The server does not answer.
    UNREACHABLE,
    /// Whoever asks may not: a wrong, spent or missing secret, or a revoked device.
    NOT_ALLOWED,
    /// None of the above.
    BUG
  }

  private final Kind kind;
  private final String hint;

  /// @param sentence what was expected, of which item
  /// @param hint the way out, one sentence; may be empty
  public ClientException(Kind kind, String sentence, String hint) {
    super(sentence);
    this.kind = kind;
    this.hint = hint;
  }

  /// The same with what caused it, for debugging.
  public ClientException(Kind kind, String sentence, String hint, Throwable cause) {
    super(sentence, cause);
    this.kind = kind;
    this.hint = hint;
  }

  /// What a caller may do about it.
  public Kind kind() {
    return kind;
  }

  /// The way out; may be empty.
  public String hint() {
    return hint;
  }
}
