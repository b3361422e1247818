package dev.holdfast.vault.alarm;

/// A letter was not taken; it will be tried again.
public final class UndeliveredException extends Exception {
  private static final long serialVersionUID = 1L;

  /// @param message one sentence without the address
  public UndeliveredException(String message, Throwable cause) {
    super(message, cause);
  }
}
