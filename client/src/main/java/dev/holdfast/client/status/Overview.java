package dev.holdfast.client.status;

import dev.holdfast.archive.store.SnapshotLine;
import dev.holdfast.client.home.VaultConfig;
import dev.holdfast.client.release.Requests;
import dev.holdfast.client.vault.Vault;
import dev.holdfast.kernel.policy.Policy;
import dev.holdfast.kernel.release.RequestState;
import dev.holdfast.kernel.wire.RequestStatus;
import dev.holdfast.kernel.wire.VaultStatus;
import dev.holdfast.kernel.wire.VaultStatus.EnrolledDevice;
import java.util.List;
import java.util.Optional;

/// Everything a person wants to know at a glance.
///
/// @param policy of the epoch in force
/// @param newest the newest snapshot; empty before the first
/// @param running release requests that have not ended
/// @param leftByRevoked devices that a device which is revoked now has added
/// @param questions what the owner has not answered yet
public record Overview(VaultConfig config, VaultStatus status, Policy policy,
    Optional<SnapshotLine> newest, List<RequestStatus> running,
    List<EnrolledDevice> leftByRevoked, List<Question> questions) {
  /// Copies the lists.
  public Overview {
    running = List.copyOf(running);
    leftByRevoked = List.copyOf(leftByRevoked);
    questions = List.copyOf(questions);
  }

  /// Asks the server, and checks its chain of snapshots.
  ///
  /// @param vault lent
  public static Overview of(Vault vault) {
    var status = vault.status();
    var lines = vault.chain(status).lines();
    var running = new Requests(vault).all().stream().filter(Overview::running).toList();
    return new Overview(vault.config(), status, vault.policy(status),
        lines.stream().findFirst(), running,
        vault.roster(status).leftByRevoked(status.devices()), Question.open(vault.config()));
  }

  private static boolean running(RequestStatus request) {
    for (var state : RequestState.values())
      if (state.name().equals(request.state())) return !state.ended();
    return true;
  }
}
