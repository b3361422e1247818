package dev.holdfast.vault.limit;

import dev.holdfast.kernel.VaultId;
import dev.holdfast.vault.Refusal;
import dev.holdfast.vault.RefusedException;
import dev.holdfast.vault.database.Tx;
import java.time.Duration;

/// So many times within so long, for each vault.
///
/// @param what one word
public record Limit(String what, int most, Duration within) {
  /// Counts one use.
  ///
  /// @throws RefusedException `too-many-requests` if the vault has had them all
  public void take(Tx tx, VaultId vault) {
    long since = tx.ran() - within.toMillis();
    tx.db()
        .execute("delete from used where vault = ? and what = ? and at_ran <= ?", vault.hex(),
            what, since);
    int used = tx.db()
        .createQuery("select count(*) from used where vault = ? and what = ?")
        .bind(0, vault.hex())
        .bind(1, what)
        .mapTo(Integer.class)
        .one();
    if (used >= most)
      throw new RefusedException(Refusal.TOO_MANY_REQUESTS,
          "a vault has at most " + most + " of these within " + within.toMinutes() + " minutes",
          "try again later");
    tx.db().execute("insert into used values (?, ?, ?)", vault.hex(), what, tx.ran());
  }
}
