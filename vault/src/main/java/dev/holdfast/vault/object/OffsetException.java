package dev.holdfast.vault.object;

import dev.holdfast.vault.Refusal;
import dev.holdfast.vault.RefusedException;

/// An upload wants to go on behind what the server has.
public final class OffsetException extends RefusedException {
  private static final long serialVersionUID = 1L;

  private final long has;

  OffsetException(long has) {
    super(Refusal.BEHIND, "expected bytes from offset " + has + " on", "go on from there");
    this.has = has;
  }

  /// How many bytes the server has.
  public long has() {
    return has;
  }
}
