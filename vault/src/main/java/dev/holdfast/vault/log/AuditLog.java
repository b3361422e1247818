package dev.holdfast.vault.log;

import dev.holdfast.kernel.Sha256;
import dev.holdfast.kernel.SigningKey;
import dev.holdfast.kernel.VaultId;
import dev.holdfast.kernel.log.Checkpoint;
import dev.holdfast.kernel.log.MerkleTree;
import dev.holdfast.kernel.wire.LogEntry;
import dev.holdfast.vault.Encoded;
import dev.holdfast.vault.database.Tx;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;
import org.jdbi.v3.core.Handle;

/// What this server did, in order, for ever. An entry is a salted commitment, so that a stranger
/// who sees the tree learns how many there are and nothing else; the salts go to the
/// vault's devices.
public final class AuditLog {
  private static final byte[] DOMAIN = "holdfast/log/v1\n".getBytes(StandardCharsets.US_ASCII);

  private final SigningKey key;
  private final SecureRandom random;

  /// @param key the server's identity; stays the caller's
  public AuditLog(SigningKey key, SecureRandom random) {
    this.key = key;
    this.random = random;
  }

  /// Appends one entry; it stands or falls with the transaction.
  ///
  /// @param kind what happened, one word
  /// @param about ids and numbers that belong to it, or empty
  public void append(Tx tx, VaultId vault, String kind, String about) {
    var body = kind + " " + vault + " " + tx.now().toEpochMilli()
        + (about.isEmpty() ? "" : " " + about);
    var salt = new byte[32];
    random.nextBytes(salt);
    long position = size(tx.db());
    tx.db()
        .execute("insert into log_entry values (?, ?, ?, ?, ?, ?)", position, vault.hex(),
            tx.now().toEpochMilli(), kind, body, Encoded.hex(salt));
    LogNodes.add(tx.db(), position, leaf(salt, body));
  }

  /// The Merkle leaf that commits to an entry.
  static Sha256 leaf(byte[] salt, String body) {
    var committed = Sha256.over(DOMAIN, salt, body.getBytes(StandardCharsets.UTF_8));
    return MerkleTree.leaf(committed.raw());
  }

  /// How many entries there are, over all vaults.
  public long size(Handle db) {
    return db.createQuery("select coalesce(max(position), -1) + 1 from log_entry")
        .mapTo(Long.class)
        .one();
  }

  /// The entries of one vault at or behind `after`, by index.
  public List<LogEntry> entries(Handle db, VaultId vault, long after) {
    return db.createQuery("""
        select position, at, kind, body, salt from log_entry
         where vault = :vault and position > :after order by position
        """)
        .bind("vault", vault.hex())
        .bind("after", after)
        .map((row, context) -> new LogEntry(row.getLong(1), row.getLong(2), row.getString(3),
            Encoded.base64(row.getString(4).getBytes(StandardCharsets.UTF_8)), row.getString(5)))
        .list();
  }

  /// The newest checkpoint, signed now.
  public String checkpoint(Handle db) {
    long size = size(db);
    return new Checkpoint(origin(), size, LogNodes.root(db, size)).sign(key);
  }

  /// The log's name: it goes with the server's identity.
  public String origin() {
    return "holdfast/" + key.verifyKey().hex().substring(0, 16);
  }

  /// Proof that the first `older` entries are a beginning of the first `newer`.
  ///
  /// @throws IndexOutOfBoundsException if the log has no such sizes
  public List<Sha256> growth(Handle db, long older, long newer) {
    if (older < 0 || older > newer || newer > size(db))
      throw new IndexOutOfBoundsException("no such size");
    return LogNodes.consistency(db, older, newer);
  }

  /// Proof that the entry at `index` is among the first `size`.
  ///
  /// @throws IndexOutOfBoundsException if there is no such entry
  public List<Sha256> inclusion(Handle db, long index, long size) {
    if (index < 0 || index >= size || size > size(db))
      throw new IndexOutOfBoundsException("no such entry");
    return LogNodes.inclusion(db, index, size);
  }
}
