package dev.holdfast.server.gate;

import dev.holdfast.vault.Refusal;
import dev.holdfast.vault.RefusedException;

/// A call was signed by a clock too far from the server's.
public final class ClockException extends RefusedException {
  private static final long serialVersionUID = 1L;

  private final long now;

  ClockException(long now) {
    super(Refusal.CLOCK, "expected a call signed within the last minutes",
        "correct the clock by the header Holdfast-Time, and sign again");
    this.now = now;
  }

  /// The server's clock, milliseconds since 1970.
  public long now() {
    return now;
  }
}
