package dev.holdfast.vault;

/// A call is refused and its transaction rolled back. Any call can meet most refusals, and all of
/// them end the same way at the edge, hence an exception; it carries no stack trace and no content.
public class RefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Refusal refusal;
  private final String hint;

  /// @param detail one sentence for people, without content of the call
  /// @param hint the way out, one sentence; may be empty
  public RefusedException(Refusal refusal, String detail, String hint) {
    super(detail, null, false, false);
    this.refusal = refusal;
    this.hint = hint;
  }

  /// A refusal without a hint.
  public RefusedException(Refusal refusal, String detail) {
    this(refusal, detail, "");
  }

  /// Why.
  public Refusal refusal() {
    return refusal;
  }

  /// One sentence for people.
  public String detail() {
    return String.valueOf(getMessage());
  }

  /// The way out; may be empty.
  public String hint() {
    return hint;
  }
}
