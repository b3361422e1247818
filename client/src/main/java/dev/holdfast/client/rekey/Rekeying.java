package dev.holdfast.client.rekey;

import dev.holdfast.client.ClientException;
import dev.holdfast.client.ClientException.Kind;
import dev.holdfast.client.draft.OwnSecrets;
import dev.holdfast.client.epoch.Keys;
import dev.holdfast.client.epoch.Label;
import dev.holdfast.client.server.ServerRefusal;
import dev.holdfast.client.vault.Vault;
import dev.holdfast.kernel.VerifyKey;
import dev.holdfast.kernel.code.RecoveryCode;
import dev.holdfast.kernel.policy.Policy;
import dev.holdfast.kernel.wire.Destroy;
import dev.holdfast.kernel.wire.Rekey;
import dev.holdfast.kernel.wire.VaultStatus;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/// Moves a vault to its reserve.
public final class Rekeying {
  private final Vault vault;

  /// @param vault lent
  public Rekeying(Vault vault) {
    this.vault = vault;
  }

  /// What a re-key did.
  public sealed interface Outcome {
    /// The reserve is in force; the old share is frozen, or destroyed.
    record Moved(VaultStatus status, boolean destroyed) implements Outcome {}

    /// The vault had been re-keyed before; the share of the epoch before is destroyed now.
    record Destroyed(VaultStatus status) implements Outcome {}
  }

  /// Freezes the old share at once; it stays on the server, never to be released again. The button
  /// comes first: nothing that a server shows may keep it from being pressed. Pressed again after an
  /// answer that got lost, it freezes the same epoch and not the next.
  public Outcome freeze() {
    var home = vault.home();
    int epoch = home.pressed(vault.clock().instant())
        .orElseGet(() -> vault.calls().status().epoch());
    home.press(epoch, vault.clock().instant());
    try {
      var status = vault.calls().rekey(new Rekey(epoch, ""));
      home.release();
      vault.status();
      return new Outcome.Moved(status, false);
    } catch (ServerRefusal e) {
      home.release();
      throw e;
    }
  }

  /// Re-keys and destroys the old share, or destroys what an earlier re-key froze.
  ///
  /// @param reserve the reserve code, lent: of the epoch that is to come, or that came into force by
  ///          the re-key
  /// @throws ClientException NOT_ALLOWED if it is neither's
  public Outcome destroy(RecoveryCode reserve) {
    var lesson = new OwnSecrets(vault.home(), vault.random()).begin(reserve);
    var outcome = destroyed(reserve);
    lesson.keep();
    return outcome;
  }

  private Outcome destroyed(RecoveryCode reserve) {
    var status = vault.status();
    var inForce = vault.policy(status);
    try (var key = Keys.codeKey(reserve.secret())) {
      var coming = vault.policies().get(status.epoch() + 1);
      if (belongs(coming, key.verifyKey())) {
        var proof = HexFormat.of().formatHex(key.sign(Label.destroy(vault.id(), status.epoch())));
        return new Outcome.Moved(vault.calls().rekey(new Rekey(status.epoch(), proof)), true);
      }
      if (!belongs(inForce, key.verifyKey()) || status.epoch() == 1) throw notTheReserve();
      int old = status.epoch() - 1;
      var proof = HexFormat.of().formatHex(key.sign(Label.destroy(vault.id(), old)));
      return new Outcome.Destroyed(vault.calls().destroy(new Destroy(old, proof)));
    }
  }

  private static boolean belongs(@Nullable Policy policy, VerifyKey key) {
    return policy != null && policy.codeKey().equals(key);
  }

  private static ClientException notTheReserve() {
    return new ClientException(Kind.NOT_ALLOWED, "this is not the vault's reserve code",
        "take the reserve sheet; without it \"holdfast rekey\" alone still makes the old code"
            + " worthless");
  }
}
