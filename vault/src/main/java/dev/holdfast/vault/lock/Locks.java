package dev.holdfast.vault.lock;

import dev.holdfast.kernel.VaultId;
import dev.holdfast.vault.database.Tx;
import java.time.Duration;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// The locks of all vaults. A lock counts run time, as a wait does: setting the clock does not
/// end it.
public final class Locks {
  private Locks() {}

  /// The lock that is on a vault.
  ///
  /// @param ran the run time now
  public static Optional<Lock> on(Handle db, VaultId vault, long ran) {
    return db
        .createQuery("""
            select lock_reason, lock_ends_ran from vault
             where vault = :vault and lock_reason <> '' and lock_ends_ran > :ran
            """)
        .bind("vault", vault.hex())
        .bind("ran", ran)
        .map((row, context) -> new Lock(Lock.Reason.valueOf(row.getString(1)), row.getLong(2)))
        .findOne();
  }

  /// Locks until the end that is later: the one there is or the one asked for.
  public static void lock(Tx tx, VaultId vault, Lock.Reason reason, Optional<Duration> time) {
    long ends = time.map(t -> tx.ran() + t.toMillis()).orElse(Lock.NEVER);
    if (on(tx.db(), vault, tx.ran()).filter(lock -> lock.endsRan() >= ends).isPresent()) return;
    tx.db()
        .execute("update vault set lock_reason = ?, lock_ends_ran = ? where vault = ?",
            reason.name(), ends, vault.hex());
  }

  /// Takes the lock off.
  public static void unlock(Tx tx, VaultId vault) {
    tx.db()
        .execute("update vault set lock_reason = '', lock_ends_ran = 0 where vault = ?",
            vault.hex());
  }
}
