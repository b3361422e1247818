package dev.holdfast.vault.epoch;

import dev.holdfast.kernel.Sha256;
import dev.holdfast.kernel.VaultId;
import dev.holdfast.kernel.policy.Policy;
import dev.holdfast.vault.Encoded;
import dev.holdfast.vault.database.Tx;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Everything about epochs that the database is asked.
final class EpochStore {
  private static final String COLUMNS = """
      select e.vault, e.epoch, e.state, e.policy, e.policy_signature, e.share_index,
             e.wrapped_key, e.commitment, e.chain, e.bag
        from epoch e
      """;

  private EpochStore() {}

  static Optional<StoredEpoch> find(Handle db, VaultId vault, int number) {
    return db.createQuery(COLUMNS + " where e.vault = ? and e.epoch = ?")
        .bind(0, vault.hex())
        .bind(1, number)
        .map((row, context) -> read(row))
        .findOne();
  }

  static Optional<StoredEpoch> inForce(Handle db, VaultId vault) {
    return db
        .createQuery(COLUMNS + " join vault v on v.vault = e.vault and v.epoch = e.epoch"
            + " where e.vault = ?")
        .bind(0, vault.hex())
        .map((row, context) -> read(row))
        .findOne();
  }

  static Optional<StoredEpoch> byTag(Handle db, Sha256 tag) {
    return db.createQuery(COLUMNS + " where e.tag = ?")
        .bind(0, tag.hex())
        .map((row, context) -> read(row))
        .findOne();
  }

  static List<StoredEpoch> all(Handle db, VaultId vault) {
    return db.createQuery(COLUMNS + " where e.vault = ? order by e.epoch")
        .bind(0, vault.hex())
        .map((row, context) -> read(row))
        .list();
  }

  static void insert(Tx tx, StoredEpoch epoch, byte[] sealedShare) {
    tx.db()
        .execute("insert into epoch values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            epoch.vault().hex(), epoch.number(), epoch.state().name(), epoch.policy().encode(),
            epoch.policySignature(), epoch.policy().tag().hex(), sealedShare, epoch.shareIndex(),
            epoch.wrappedKey(), epoch.commitment(), Encoded.base64(epoch.chain()),
            Encoded.base64(epoch.bag()));
  }

  static void state(Tx tx, VaultId vault, int number, EpochState state) {
    tx.db()
        .execute("update epoch set state = ? where vault = ? and epoch = ?", state.name(),
            vault.hex(), number);
  }

  static void bag(Tx tx, VaultId vault, int number, String bag) {
    tx.db()
        .execute("update epoch set bag = ? where vault = ? and epoch = ?", Encoded.base64(bag),
            vault.hex(), number);
  }

  private static StoredEpoch read(ResultSet row) throws SQLException {
    return new StoredEpoch(new VaultId(row.getString(1)), row.getInt(2),
        EpochState.valueOf(row.getString(3)), Policy.decode(row.getBytes(4)), row.getString(5),
        row.getInt(6), row.getString(7), row.getString(8), Encoded.base64(row.getBytes(9)),
        Encoded.base64(row.getBytes(10)));
  }
}
