package dev.holdfast.client.release;

import dev.holdfast.archive.seal.Hpke;
import dev.holdfast.client.epoch.Label;
import dev.holdfast.client.vault.Vault;
import dev.holdfast.kernel.SecretBytes;
import dev.holdfast.kernel.device.DeviceCertificate;
import dev.holdfast.kernel.device.Wrapped;
import dev.holdfast.kernel.policy.Policy;
import dev.holdfast.kernel.wire.VaultStatus;
import java.util.Optional;

/// This device's shares of F: each is F under a one-time pad whose other half the server holds.
public final class Leaves {
  private final Vault vault;
  private final Optional<DeviceCertificate> certificate;

  /// @param vault lent
  public Leaves(Vault vault, VaultStatus status) {
    this.vault = vault;
    certificate = vault.roster(status).certificate(vault.keys().id());
  }

  /// The share for an epoch, if this device has one; the caller closes it.
  public Optional<SecretBytes> of(Policy policy) {
    return wrapped(policy).map(leaf -> {
      try (var identity = vault.keys().identity()) {
        return Hpke.openSecret(identity, Label.deviceLeaf(policy.vault(), policy.epoch()),
            leaf.raw());
      }
    });
  }

  private Optional<Wrapped> wrapped(Policy policy) {
    return policy.device(vault.keys().id())
        .map(Policy.EnrolledDevice::share)
        .filter(share -> share.raw().length > 0)
        .or(() -> certified(policy.epoch()));
  }

  private Optional<Wrapped> certified(int epoch) {
    return certificate.stream()
        .flatMap(known -> known.leaves().stream())
        .filter(leaf -> leaf.epoch() == epoch)
        .map(DeviceCertificate.Leaf::wrapped)
        .findFirst();
  }
}
