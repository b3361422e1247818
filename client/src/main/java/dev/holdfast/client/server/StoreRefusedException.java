package dev.holdfast.client.server;

import dev.holdfast.client.ClientException;
import java.io.IOException;

/// Carries a refusal, or a server that does not answer, through the archive's calls.
public final class StoreRefusedException extends IOException {
  private static final long serialVersionUID = 1L;

  private final ClientException reason;

  StoreRefusedException(ClientException reason) {
    super(reason.getMessage(), reason);
    this.reason = reason;
  }

  /// What happened.
  public ClientException reason() {
    return reason;
  }
}
