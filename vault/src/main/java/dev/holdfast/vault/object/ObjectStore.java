package dev.holdfast.vault.object;

import dev.holdfast.kernel.ObjectName;
import dev.holdfast.kernel.Sha256;
import dev.holdfast.kernel.VaultId;
import dev.holdfast.vault.database.Tx;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// What the database knows of objects.
final class ObjectStore {
  private ObjectStore() {}

  static Optional<StoredObject> find(Handle db, ObjectShelf.Key key) {
    return db.createQuery("select size, sha256 from object where vault = ? and name = ?")
        .bind(0, key.vault().hex())
        .bind(1, key.name().hex())
        .map((row, context) -> new StoredObject(row.getLong(1), new Sha256(row.getString(2))))
        .findOne();
  }

  static long storedBytes(Handle db, VaultId vault) {
    return db.createQuery("select stored_bytes from vault where vault = ?")
        .bind(0, vault.hex())
        .mapTo(Long.class)
        .one();
  }

  static void insert(Tx tx, ObjectShelf.Key key, StoredObject object) {
    tx.db()
        .execute("insert into object values (?, ?, ?, ?, ?)", key.vault().hex(),
            key.name().hex(), object.size(), object.sha256().hex(), tx.ran());
    tx.db()
        .execute("delete from object_removal where vault = ? and name = ?", key.vault().hex(),
            key.name().hex());
    tx.db()
        .execute("update vault set stored_bytes = stored_bytes + ? where vault = ?",
            object.size(), key.vault().hex());
  }

  static List<ObjectShelf.Key> removals(Handle db) {
    return db.createQuery("select vault, name from object_removal")
        .map((row, context) -> new ObjectShelf.Key(new VaultId(row.getString(1)),
            new ObjectName(row.getString(2))))
        .list();
  }

  static void removed(Tx tx, ObjectShelf.Key key) {
    tx.db()
        .execute("delete from object_removal where vault = ? and name = ?", key.vault().hex(),
            key.name().hex());
  }
}
