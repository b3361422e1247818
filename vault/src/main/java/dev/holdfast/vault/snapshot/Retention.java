package dev.holdfast.vault.snapshot;

import dev.holdfast.kernel.VaultId;
import dev.holdfast.vault.database.Database;
import dev.holdfast.vault.database.Tx;
import dev.holdfast.vault.log.AuditLog;
import dev.holdfast.vault.object.Objects;
import java.time.Duration;
import java.util.List;

/// Lets old snapshots go. No client can ask for it. What the rule no longer keeps is let go only
/// after a grace time in which the server ran, so neither a flood of snapshots nor a clock that
/// jumps deletes anything at once; each deletion is in the log.
public final class Retention {
  private final Database database;
  private final AuditLog log;
  private final Objects objects;
  private final RetentionRule rule;
  private final Duration grace;

  /// Retention by `rule` for all vaults.
  public Retention(Database database, AuditLog log, Objects objects, RetentionRule rule,
      Duration grace) {
    this.database = database;
    this.log = log;
    this.objects = objects;
    this.rule = rule;
    this.grace = grace;
  }

  /// One round over all vaults.
  public void run() {
    for (var vault : database.read(SnapshotStore::vaults))
      database.change(tx -> run(tx, vault));
    objects.sweep();
  }

  private void run(Tx tx, VaultId vault) {
    var snapshots = SnapshotStore.kept(tx.db(), vault);
    var kept = rule.kept(received(snapshots));
    for (var snapshot : snapshots) {
      if (kept.contains(snapshot.sequence())) spare(tx, vault, snapshot);
      else if (snapshot.doomedRan().isEmpty()) doom(tx, vault, snapshot);
      else if (snapshot.doomedRan().get() + grace.toMillis() <= tx.ran())
        letGo(tx, vault, snapshot);
    }
    for (var name : SnapshotStore.unreachable(tx.db(), vault, tx.ran() - grace.toMillis())) {
      SnapshotStore.removeObject(tx, vault, name);
      log.append(tx, vault, "object-deleted", name.hex());
    }
  }

  private static List<RetentionRule.Received> received(List<SnapshotStore.Candidate> snapshots) {
    return snapshots.stream()
        .map(snapshot -> new RetentionRule.Received(snapshot.sequence(), snapshot.receivedAt()))
        .toList();
  }

  private static void spare(Tx tx, VaultId vault, SnapshotStore.Candidate snapshot) {
    if (snapshot.doomedRan().isPresent())
      tx.db()
          .execute("update snapshot set doomed_ran = null where vault = ? and sequence = ?",
              vault.hex(), snapshot.sequence());
  }

  private static void doom(Tx tx, VaultId vault, SnapshotStore.Candidate snapshot) {
    tx.db()
        .execute("update snapshot set doomed_ran = ? where vault = ? and sequence = ?",
            tx.ran(), vault.hex(), snapshot.sequence());
  }

  private void letGo(Tx tx, VaultId vault, SnapshotStore.Candidate snapshot) {
    tx.db()
        .execute("update snapshot set kept = 0 where vault = ? and sequence = ?", vault.hex(),
            snapshot.sequence());
    log.append(tx, vault, "snapshot-let-go", snapshot.sequence() + " " + snapshot.id());
  }
}
