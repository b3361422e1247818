package dev.holdfast.kernel.canonical;

/// Bytes from outside are not what they should be. The message names the kind of thing and never
/// quotes the bytes.
public final class MalformedException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  /// @param message one sentence without content
  public MalformedException(String message) {
    super(message);
  }
}
