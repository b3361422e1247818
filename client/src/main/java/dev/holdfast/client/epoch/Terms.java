package dev.holdfast.client.epoch;

import dev.holdfast.kernel.VaultId;
import dev.holdfast.kernel.VerifyKey;
import dev.holdfast.kernel.device.Device;
import dev.holdfast.kernel.device.SealingKey;
import dev.holdfast.kernel.policy.Policy;
import dev.holdfast.kernel.wire.ServerInfo;
import java.time.Duration;
import java.util.List;

/// What an epoch is staged for.
///
/// @param waiting how long a stranger's request waits
/// @param lock how long a veto locks
/// @param server the release server's identity
/// @param serverSealing shares and masks are sealed to it
/// @param members everybody whose manifests count
public record Terms(VaultId vault, Duration waiting, Duration lock, VerifyKey server,
    SealingKey serverSealing, List<Member> members) {
  /// Copies the list.
  public Terms { members = List.copyOf(members); }

  /// A device of the vault.
  ///
  /// @param active false for a revoked one: what it signed still counts, but it gets no share
  public record Member(Device device, boolean active) {}

  /// The terms of an epoch that follows `policy`, at the same server.
  public static Terms after(Policy policy, ServerInfo server, List<Member> members) {
    return new Terms(policy.vault(), policy.waiting(), policy.lock(), new VerifyKey(server.key()),
        new SealingKey(server.sealingKey()), members);
  }
}
