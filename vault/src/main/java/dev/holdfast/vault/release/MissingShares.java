package dev.holdfast.vault.release;

import dev.holdfast.kernel.VaultId;
import dev.holdfast.kernel.release.AlarmKind;
import dev.holdfast.vault.alarm.Alarms;
import dev.holdfast.vault.database.Database;
import dev.holdfast.vault.database.Tx;
import dev.holdfast.vault.lock.Lock;
import dev.holdfast.vault.lock.Locks;
import dev.holdfast.vault.log.AuditLog;
import dev.holdfast.vault.share.Shares;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Vaults whose release share this server cannot give out: it was restored without the folder of
/// their keys. Their owners hear of it at once, and not on the day they need the share.
public final class MissingShares {
  private final Database database;
  private final Shares shares;
  private final Alarms alarms;
  private final AuditLog log;

  /// @param shares asked for their keys
  public MissingShares(Database database, Shares shares, Alarms alarms, AuditLog log) {
    this.database = database;
    this.shares = shares;
    this.alarms = alarms;
    this.log = log;
  }

  private record Epoch(VaultId vault, int number) {}

  /// Locks those vaults and raises their alarms; a vault that is locked for good already is left as
  /// it is.
  ///
  /// @return how many lack a share
  public int lock() {
    var missing = database.read(MissingShares::wanted)
        .stream()
        .filter(epoch -> !shares.holds(epoch.vault(), epoch.number()))
        .toList();
    if (!missing.isEmpty()) database.change(tx -> missing.forEach(epoch -> lock(tx, epoch)));
    return missing.size();
  }

  private static List<Epoch> wanted(Handle db) {
    return db.createQuery("select vault, epoch from epoch where share is not null order by 1, 2")
        .map((row, context) -> new Epoch(new VaultId(row.getString(1)), row.getInt(2)))
        .list();
  }

  private void lock(Tx tx, Epoch epoch) {
    var before = Locks.on(tx.db(), epoch.vault(), tx.ran());
    if (before.filter(lock -> lock.endsRan() == Lock.NEVER).isPresent()) return;
    Locks.lock(tx, epoch.vault(), Lock.Reason.SHARE_MISSING, Optional.empty());
    log.append(tx, epoch.vault(), "share-missing", Integer.toString(epoch.number()));
    alarms.raise(tx, epoch.vault(),
        Alarms.Alarm.of(AlarmKind.LOCKED, "the server: a release share is missing"));
  }
}
