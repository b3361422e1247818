package dev.holdfast.vault.snapshot;

import dev.holdfast.kernel.ObjectName;
import dev.holdfast.kernel.SnapshotId;
import dev.holdfast.kernel.VaultId;
import dev.holdfast.kernel.manifest.OuterManifest;
import dev.holdfast.kernel.wire.StoredSnapshot;
import dev.holdfast.vault.Encoded;
import dev.holdfast.vault.database.Tx;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Everything about snapshots that the database is asked. A span says since which snapshot an
/// object is reachable and until which it was.
final class SnapshotStore {
  private SnapshotStore() {}

  /// A row of the chain.
  record Link(long sequence, SnapshotId id, StoredSnapshot stored) {}

  static Optional<Link> newest(Handle db, VaultId vault) {
    return db
        .createQuery("""
            select sequence, snapshot, outer_part, signature, received_at, kept from snapshot
             where vault = :vault order by sequence desc limit 1
            """)
        .bind("vault", vault.hex())
        .map((row, context) -> link(row))
        .findOne();
  }

  static Optional<Link> find(Handle db, VaultId vault, long sequence) {
    return db
        .createQuery("""
            select sequence, snapshot, outer_part, signature, received_at, kept from snapshot
             where vault = :vault and sequence = :sequence
            """)
        .bind("vault", vault.hex())
        .bind("sequence", sequence)
        .map((row, context) -> link(row))
        .findOne();
  }

  static List<StoredSnapshot> behind(Handle db, VaultId vault, long after) {
    return db
        .createQuery("""
            select sequence, snapshot, outer_part, signature, received_at, kept from snapshot
             where vault = :vault and sequence > :after order by sequence
            """)
        .bind("vault", vault.hex())
        .bind("after", after)
        .map((row, context) -> link(row).stored())
        .list();
  }

  static void insert(Tx tx, OuterManifest manifest, byte[] outer, String signature) {
    var vault = manifest.vault().hex();
    tx.db()
        .execute("insert into snapshot values (?, ?, ?, ?, ?, ?, 1, null)", vault,
            manifest.sequence(), manifest.id().hex(), outer, signature, tx.now().toEpochMilli());
    tx.db()
        .execute("update vault set stored_bytes = stored_bytes + ? where vault = ?",
            (long) outer.length, vault);
    manifest.dropped().forEach(name -> drop(tx, vault, name, manifest.sequence()));
    reach(tx, vault, manifest.inner().name(), manifest.sequence());
    manifest.added().forEach(object -> reach(tx, vault, object.name(), manifest.sequence()));
  }

  private static void drop(Tx tx, String vault, ObjectName name, long sequence) {
    tx.db()
        .execute(
            "update object_span set until = ? where vault = ? and name = ? and until is null",
            sequence,
            vault, name.hex());
  }

  private static void reach(Tx tx, String vault, ObjectName name, long sequence) {
    tx.db().execute("""
        insert into object_span (vault, name, since, until) select ?, ?, ?, null
         where not exists (select 1 from object_span where vault = ? and name = ? and until is null)
        """, vault, name.hex(), sequence, vault, name.hex());
  }

  /// A snapshot that retention may think about.
  record Candidate(long sequence, SnapshotId id, Instant receivedAt, Optional<Long> doomedRan) {}

  static List<Candidate> kept(Handle db, VaultId vault) {
    return db
        .createQuery("""
            select sequence, snapshot, received_at, doomed_ran from snapshot
             where vault = :vault and kept = 1 order by sequence
            """)
        .bind("vault", vault.hex())
        .map((row, context) -> candidate(row))
        .list();
  }

  private static Candidate candidate(ResultSet row) throws SQLException {
    long doomed = row.getLong(4);
    Optional<Long> doomedRan = row.wasNull() ? Optional.empty() : Optional.of(doomed);
    return new Candidate(row.getLong(1), new SnapshotId(row.getString(2)),
        Instant.ofEpochMilli(row.getLong(3)), doomedRan);
  }

  static List<VaultId> vaults(Handle db) {
    return db.createQuery("select vault from vault order by vault")
        .map((row, context) -> new VaultId(row.getString(1)))
        .list();
  }

  /// Objects that no kept snapshot reaches and that were stored before `ran`.
  static List<ObjectName> unreachable(Handle db, VaultId vault, long ran) {
    return db
        .createQuery("""
            select o.name from object o
             where o.vault = :vault and o.stored_ran <= :ran and not exists (
               select 1 from object_span s join snapshot p on p.vault = s.vault
                where s.vault = o.vault and s.name = o.name and p.kept = 1
                  and p.sequence >= s.since and (s.until is null or p.sequence < s.until))
             order by o.name
            """)
        .bind("vault", vault.hex())
        .bind("ran", ran)
        .map((row, context) -> new ObjectName(row.getString(1)))
        .list();
  }

  static void removeObject(Tx tx, VaultId vault, ObjectName name) {
    tx.db().execute("""
        update vault set stored_bytes = stored_bytes -
          (select size from object where vault = ? and name = ?) where vault = ?
        """, vault.hex(), name.hex(), vault.hex());
    tx.db().execute("delete from object where vault = ? and name = ?", vault.hex(), name.hex());
    tx.db()
        .execute("delete from object_span where vault = ? and name = ?", vault.hex(),
            name.hex());
    tx.db()
        .execute("insert into object_removal values (?, ?) on conflict do nothing", vault.hex(),
            name.hex());
  }

  private static Link link(ResultSet row) throws SQLException {
    return new Link(row.getLong(1), new SnapshotId(row.getString(2)),
        new StoredSnapshot(Encoded.base64(row.getBytes(3)), row.getString(4), row.getLong(5),
            row.getInt(6) == 1));
  }
}
