package dev.holdfast.kernel.warning;

import dev.holdfast.kernel.VerifyKey;

/// A warning with its desk's signature over [Warning#encode].
public record SignedWarning(Warning warning, Seal seal) {
  /// True if the signature is that of `key`.
  public boolean holds(VerifyKey key) {
    return seal.holds(key, warning.encode());
  }
}
