package dev.holdfast.client.lock;

import dev.holdfast.client.ClientException;
import dev.holdfast.client.ClientException.Kind;
import dev.holdfast.client.epoch.Factor;
import dev.holdfast.client.epoch.Keys;
import dev.holdfast.client.epoch.Label;
import dev.holdfast.client.vault.Vault;
import dev.holdfast.kernel.SecretBytes;
import dev.holdfast.kernel.wire.UnlockProof;
import dev.holdfast.kernel.wire.VaultStatus;
import java.util.HexFormat;

/// The vault's lock: while it holds, nothing is released.
public final class Locks {
  private final Vault vault;

  /// @param vault lent
  public Locks(Vault vault) {
    this.vault = vault;
  }

  /// Locks until somebody proves the factor or re-keys.
  public VaultStatus lock() {
    return vault.calls().lock();
  }

  /// Ends the lock.
  ///
  /// @param unlock U, lent
  /// @throws ClientException NOT_ALLOWED if it is not this vault's
  public VaultStatus unlock(SecretBytes unlock) {
    var policy = vault.policy(vault.status());
    long at = vault.server().serverMillis();
    try (
        var factor = Factor.byUnlock(policy, unlock)
            .orElseThrow(
                () -> new ClientException(Kind.NOT_ALLOWED, "this is not the vault's unlock code",
                    "take the second sheet, or the file that was made with the vault"));
        var key = Keys.factorKey(factor)) {
      var proof = HexFormat.of().formatHex(key.sign(Label.endLock(vault.id(), at)));
      return vault.calls().unlock(new UnlockProof(proof, at));
    }
  }
}
