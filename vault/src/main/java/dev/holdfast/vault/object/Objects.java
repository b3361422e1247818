package dev.holdfast.vault.object;

import dev.holdfast.kernel.VaultId;
import dev.holdfast.vault.Refusal;
import dev.holdfast.vault.RefusedException;
import dev.holdfast.vault.database.Database;
import dev.holdfast.vault.database.Tx;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// The sealed objects of all vaults. An object is received into an unfinished upload, checked, put
/// on the shelf, and only then known to the database; nobody is told it is stored before that.
public final class Objects {
  private static final Duration PATIENCE = Duration.ofSeconds(45);
  private static final Duration UNFINISHED_HOLDS = Duration.ofDays(7);

  private final Database database;
  private final ObjectShelf shelf;
  private final Uploads uploads;
  private final Path disk;
  private final ObjectTerms terms;
  private final Busy busy = new Busy();
  private final Reserved reserved = new Reserved();

  /// @param unfinished the folder for unfinished uploads, on the shelf's file system
  public Objects(Database database, ObjectShelf shelf, Path unfinished, ObjectTerms terms)
      throws IOException {
    this.database = database;
    this.shelf = shelf;
    uploads = new Uploads(unfinished);
    disk = unfinished;
    this.terms = terms;
  }

  /// How a PUT ended.
  public sealed interface Receipt {
    /// It is whole, checked and on disk.
    record Stored() implements Receipt {}

    /// It was there already, with the same content.
    record Present() implements Receipt {}

    /// More is to come.
    record Unfinished(long bytes) implements Receipt {}
  }

  /// The stored object of that name.
  public Optional<StoredObject> find(ObjectShelf.Key key) {
    return database.read(db -> ObjectStore.find(db, key));
  }

  /// The same, as part of another question.
  public static Optional<StoredObject> find(Handle db, ObjectShelf.Key key) {
    return ObjectStore.find(db, key);
  }

  /// How much an unfinished upload of the object has brought, and of which content.
  public StoredObject unfinished(ObjectShelf.Key key) throws IOException {
    var found = uploads.find(key);
    return new StoredObject(found.bytes(), found.whole());
  }

  /// Receives bytes of an object.
  ///
  /// @param body read to its end
  /// @throws RefusedException `behind` if bytes before the offset are missing, `other-content`,
  ///           `quota`, `disk-full`, `unsigned` if the body is not the announced one, `bad-request`
  ///           if the whole is not, `waiting` while another PUT is at it
  /// @throws IOException if the body breaks off; what arrived is kept
  public Receipt receive(ObjectShelf.Key key, Upload upload, InputStream body)
      throws IOException {
    try (var turn = busy.turn(key, PATIENCE)) {
      if (turn == null)
        throw new RefusedException(Refusal.WAITING, "another upload of this object is under way");
      var there = find(key);
      if (there.isPresent()) return present(there.get(), upload, body);
      uploads.removeOthers(key, upload.whole());
      try (var _ = promise(key, upload)) {
        return append(key, upload, body);
      }
    }
  }

  private static Receipt present(StoredObject there, Upload upload, InputStream body)
      throws IOException {
    if (!there.sha256().equals(upload.whole()))
      throw new RefusedException(Refusal.OTHER_CONTENT,
          "another object of that name is stored already");
    body.transferTo(OutputStream.nullOutputStream());
    return new Receipt.Present();
  }

  private Reserved.Promise promise(ObjectShelf.Key key, Upload upload) throws IOException {
    long had = uploads.bytes(key, upload.whole());
    if (upload.offset() > had) throw new OffsetException(had);
    long unfinished = uploads.bytes(key.vault()) - had;
    long stored = database.read(db -> ObjectStore.storedBytes(db, key.vault()));
    long free = Files.getFileStore(disk).getUsableSpace() - terms.keepFreeBytes();
    return reserved.promise(key.vault(), upload.length() - upload.offset(), (ofVault, ofAll) -> {
      if (upload.length() > terms.quotaBytes() - stored - unfinished - ofVault) throw quota();
      if (upload.length() - upload.offset() > free - ofAll) throw diskFull();
    });
  }

  private Receipt append(ObjectShelf.Key key, Upload upload, InputStream body)
      throws IOException {
    var appended = appended(key, upload, body)
        .orElseThrow(() -> new RefusedException(Refusal.UNSIGNED,
            "expected the body whose digest was signed"));
    if (appended.bytes() < upload.length()) return new Receipt.Unfinished(appended.bytes());
    if (!appended.whole().equals(upload.whole())) {
      uploads.remove(key);
      throw new RefusedException(Refusal.BAD_REQUEST,
          "expected an object with the hash that was named", "send it again from the beginning");
    }
    finish(key, upload);
    return new Receipt.Stored();
  }

  private Optional<Uploads.Appended> appended(ObjectShelf.Key key, Upload upload,
      InputStream body) throws IOException {
    try {
      return uploads.append(key, upload, body);
    } catch (IOException e) {
      var message = String.valueOf(e.getMessage());
      if (message.contains("No space left") || message.contains("quota exceeded"))
        throw diskFull();
      throw e;
    }
  }

  private void finish(ObjectShelf.Key key, Upload upload) throws IOException {
    var file = uploads.file(key, upload.whole());
    if (!shelf.add(key, file)) {
      // Not known to the database, so nobody was told of it: a stop came in between.
      shelf.remove(key);
      shelf.add(key, file);
    }
    database.change(tx -> know(tx, key, new StoredObject(upload.length(), upload.whole())));
    uploads.remove(key);
  }

  private void know(Tx tx, ObjectShelf.Key key, StoredObject object) {
    if (ObjectStore.storedBytes(tx.db(), key.vault()) + object.size() > terms.quotaBytes())
      throw quota();
    ObjectStore.insert(tx, key, object);
  }

  /// Opens bytes of a stored object; the caller closes the stream.
  public InputStream read(ObjectShelf.Key key, long offset, long length) throws IOException {
    return shelf.read(key, offset, length);
  }

  /// Takes objects off the shelf that retention has let go, and uploads that nobody finished.
  public void sweep() {
    database.read(ObjectStore::removals).forEach(this::remove);
    try {
      uploads.removeOlder(database.meter().now().minus(UNFINISHED_HOLDS));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void remove(ObjectShelf.Key key) {
    try (var turn = busy.turn(key, PATIENCE)) {
      if (turn == null) return;
      if (find(key).isEmpty()) shelf.remove(key);
      database.change(tx -> ObjectStore.removed(tx, key));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Bytes that a vault has stored, as part of another question.
  public static long storedBytes(Handle db, VaultId vault) {
    return ObjectStore.storedBytes(db, vault);
  }

  private static RefusedException quota() {
    return new RefusedException(Refusal.QUOTA, "the vault's quota does not allow it",
        "ask the server's operator for more, or wait until old snapshots are let go");
  }

  private static RefusedException diskFull() {
    return new RefusedException(Refusal.DISK_FULL, "the server's disk is full",
        "nothing that was stored is lost; tell the server's operator");
  }
}
