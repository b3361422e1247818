package dev.holdfast.client.restore;

import dev.holdfast.archive.restore.OpenSnapshot;
import dev.holdfast.archive.restore.RestorePlan;
import dev.holdfast.archive.restore.Restores;
import dev.holdfast.archive.snapshot.Progress;
import dev.holdfast.archive.store.Chain;
import dev.holdfast.archive.store.Seen;
import dev.holdfast.client.device.Roster;
import dev.holdfast.client.home.Home;
import dev.holdfast.client.release.Opening;
import dev.holdfast.client.release.Release;
import dev.holdfast.client.server.ServerObjects;
import dev.holdfast.client.vault.Archive;
import dev.holdfast.kernel.SnapshotId;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/// The snapshots of an opened vault: checked back to the first, chosen, opened.
public final class Restoration {
  private final Opening opening;
  private final Restores restores;
  private final Chain chain;

  private Restoration(Opening opening, Restores restores, Chain chain) {
    this.opening = opening;
    this.restores = restores;
    this.chain = chain;
  }

  /// Reads the chain of manifests and checks who signed it.
  ///
  /// @param home what it has seen of this vault binds; one that does not know the vault binds nothing
  /// @param release released, lent
  /// @param opening lent
  /// @throws dev.holdfast.archive.ArchiveException DAMAGED for a forged, cut or older chain
  public static Restoration of(Home home, Release release, Opening opening, Clock clock,
      SecureRandom random) {
    var store = new ServerObjects(release.reading());
    var policy = opening.vault().policy();
    var roster = Roster.of(policy.vault(), List.of(policy), opening.devices());
    var chain = Archive.asking(
        () -> Chain.read(store, policy.vault(), roster, pin(home, release)));
    return new Restoration(opening, new Restores(store, clock, random), chain);
  }

  private static Optional<Seen> pin(Home home, Release release) {
    if (!home.hasVault() || !home.config().vaultId().equals(release.vault()))
      return Optional.empty();
    var seen = home.seen();
    return seen.sequence() == 0
        ? Optional.empty()
        : Optional.of(new Seen(seen.sequence(), new SnapshotId(seen.snapshot())));
  }

  /// What restoring a snapshot takes.
  ///
  /// @param typed `latest`, or the beginning of an id
  /// @throws dev.holdfast.archive.ArchiveException ABSENT if there is none, or more than one
  public RestorePlan plan(String typed) {
    return restores.plan(chain, chain.named(typed));
  }

  /// Opens it; the caller closes what it gets.
  public OpenSnapshot open(RestorePlan plan, Progress progress) {
    return Archive.asking(() -> restores.open(plan, opening.vault(), progress));
  }

  /// The newest snapshot, for the new home to remember.
  public Optional<Seen> newest() {
    return chain.seen();
  }
}
