package dev.holdfast.vault.snapshot;

import dev.holdfast.kernel.Sha256;
import dev.holdfast.kernel.VaultId;
import dev.holdfast.kernel.manifest.ManifestSignature;
import dev.holdfast.kernel.manifest.OuterManifest;
import dev.holdfast.kernel.manifest.SealedObject;
import dev.holdfast.kernel.wire.NewSnapshot;
import dev.holdfast.kernel.wire.StoredSnapshot;
import dev.holdfast.vault.Encoded;
import dev.holdfast.vault.Refusal;
import dev.holdfast.vault.RefusedException;
import dev.holdfast.vault.change.Changes;
import dev.holdfast.vault.database.Database;
import dev.holdfast.vault.database.Tx;
import dev.holdfast.vault.device.StoredDevice;
import dev.holdfast.vault.epoch.Epochs;
import dev.holdfast.vault.log.AuditLog;
import dev.holdfast.vault.object.ObjectShelf;
import dev.holdfast.vault.object.Objects;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The chain of manifests of each vault. A manifest is taken only if everything it adds is stored.
public final class Snapshots {
  private final Database database;
  private final AuditLog log;
  private final Changes changes;
  private final long quotaBytes;

  /// @param quotaBytes of one vault, objects and manifests together
  public Snapshots(Database database, AuditLog log, Changes changes, long quotaBytes) {
    this.quotaBytes = quotaBytes;
    this.database = database;
    this.log = log;
    this.changes = changes;
  }

  /// Takes a manifest of the calling device.
  ///
  /// @throws BehindException if it does not continue the newest snapshot or the epoch in force
  /// @throws RefusedException `object-missing`, `not-allowed` if the device did not sign it
  public StoredSnapshot add(StoredDevice by, NewSnapshot wanted) {
    var outer = Encoded.base64(wanted.outer());
    var manifest = OuterManifest.decode(outer);
    if (!manifest.vault().equals(by.vault()) || !manifest.device().equals(by.id())
        || !ManifestSignature.accepts(by.key(), outer, Encoded.signature(wanted.signature())))
      throw new RefusedException(Refusal.NOT_ALLOWED,
          "expected a manifest of this vault, signed by the calling device");
    return database.write(tx -> add(tx, manifest, outer, wanted.signature()));
  }

  private StoredSnapshot add(Tx tx, OuterManifest manifest, byte[] outer, String signature) {
    var vault = manifest.vault();
    var again = SnapshotStore.find(tx.db(), vault, manifest.sequence())
        .filter(link -> link.id().equals(manifest.id()));
    if (again.isPresent()) return again.get().stored();
    follows(tx, manifest);
    everythingIsThere(tx, manifest);
    if (Objects.storedBytes(tx.db(), vault) + outer.length > quotaBytes)
      throw new RefusedException(Refusal.QUOTA, "the vault's quota does not allow it",
          "ask the server's operator for more, or wait until old snapshots are let go");
    SnapshotStore.insert(tx, manifest, outer, signature);
    log.append(tx, vault, "snapshot", manifest.sequence() + " " + manifest.id());
    tx.after(() -> changes.ring(vault));
    return new StoredSnapshot(Encoded.base64(outer), signature, tx.now().toEpochMilli(), true);
  }

  private static void follows(Tx tx, OuterManifest manifest) {
    var newest = SnapshotStore.newest(tx.db(), manifest.vault());
    @Nullable
    StoredSnapshot stored = newest.map(SnapshotStore.Link::stored).orElse(null);
    long sequence = newest.map(SnapshotStore.Link::sequence).orElse(0L);
    var previous = newest.map(link -> link.id().hex())
        .orElse(Sha256.NONE.hex());
    if (manifest.sequence() != sequence + 1 || !manifest.previous().hex().equals(previous))
      throw new BehindException("expected snapshot " + (sequence + 1) + ", continuing the newest",
          stored);
    int epoch = Epochs.inForce(tx.db(), manifest.vault()).number();
    if (manifest.epoch() != epoch)
      throw new BehindException("expected a snapshot sealed for epoch " + epoch, stored);
  }

  private static void everythingIsThere(Tx tx, OuterManifest manifest) {
    isThere(tx, manifest.vault(), manifest.inner());
    manifest.added().forEach(object -> isThere(tx, manifest.vault(), object));
  }

  private static void isThere(Tx tx, VaultId vault, SealedObject object) {
    var found = Objects.find(tx.db(), new ObjectShelf.Key(vault, object.name()))
        .filter(stored -> stored.size() == object.size()
            && stored.sha256().equals(object.sha256()));
    if (found.isEmpty())
      throw new RefusedException(Refusal.OBJECT_MISSING,
          "object " + object.name() + " is not stored with that size and hash", "upload it again");
  }

  /// Snapshots with a sequence above `after`, in order.
  public List<StoredSnapshot> behind(VaultId vault, long after) {
    return database.read(db -> SnapshotStore.behind(db, vault, after));
  }
}
