package dev.holdfast.vault.release;

import dev.holdfast.vault.Refusal;
import dev.holdfast.vault.RefusedException;

/// A vault has had all the requests of a day. The refusal brings the policy, as an accepted request
/// would: with it, an owner proves the factor and is not refused.
public final class LimitException extends RefusedException {
  private static final long serialVersionUID = 1L;

  private final String policy;

  LimitException(String policy) {
    super(Refusal.TOO_MANY_REQUESTS, "the vault has had all the requests of a day",
        "whoever proves the factor with the request is not refused");
    this.policy = policy;
  }

  /// Canonical policy of the epoch asked for, base64.
  public String policy() {
    return policy;
  }
}
