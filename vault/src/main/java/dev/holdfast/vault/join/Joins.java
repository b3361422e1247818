package dev.holdfast.vault.join;

import dev.holdfast.kernel.Sha256;
import dev.holdfast.kernel.VaultId;
import dev.holdfast.kernel.VerifyKey;
import dev.holdfast.kernel.wire.JoinBox;
import dev.holdfast.kernel.wire.JoinMessage;
import dev.holdfast.vault.Encoded;
import dev.holdfast.vault.Refusal;
import dev.holdfast.vault.RefusedException;
import dev.holdfast.vault.database.Database;
import dev.holdfast.vault.database.Tx;
import dev.holdfast.vault.limit.Limit;
import java.time.Duration;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Mailboxes for pairing. An enrolled device opens one; whoever knows the invitation's secret
/// leaves one value, the device leaves one back. The server sees opaque bytes.
public final class Joins {
  private static final Duration HOLDS = Duration.ofMinutes(10);
  private static final Limit BOXES = new Limit("mailbox", 5, HOLDS);
  private static final int LONGEST_VALUE = 65_536;

  private final Database database;

  /// Mailboxes of one server.
  public Joins(Database database) {
    this.database = database;
  }

  /// An open mailbox as a caller: the new device signs with its key.
  public record Joiner(VaultId vault, Sha256 box, VerifyKey key) {}

  /// The mailbox whose name begins with these 32 digits.
  public Optional<Joiner> find(String keyId) {
    return database.read(db -> db
        .createQuery("""
            select vault, box, join_key from join_box
             where substr(box, 1, 32) = :key_id and ends_ran > :ran
            """)
        .bind("key_id", keyId)
        .bind("ran", database.meter().ran())
        .map((row, context) -> new Joiner(new VaultId(row.getString(1)),
            new Sha256(row.getString(2)), new VerifyKey(row.getString(3))))
        .findFirst());
  }

  /// An enrolled device opens a mailbox, or answers in it.
  public JoinBox byDevice(VaultId vault, JoinMessage message) {
    var box = new Sha256(message.join());
    database.change(tx -> {
      tx.db().execute("delete from join_box where ends_ran <= ?", tx.ran());
      if (!message.key().isEmpty()) open(tx, vault, box, new VerifyKey(message.key()));
      if (!message.value().isEmpty()) leave(tx, vault, box, "answer", message.value());
    });
    return read(vault, box);
  }

  /// The new device leaves its value.
  public JoinBox byJoiner(Joiner joiner, JoinMessage message) {
    if (!joiner.box().hex().equals(message.join()))
      throw new RefusedException(Refusal.NOT_ALLOWED, "expected the mailbox of the invitation");
    database.change(tx -> leave(tx, joiner.vault(), joiner.box(), "request", message.value()));
    return read(joiner.vault(), joiner.box());
  }

  /// What lies in a mailbox.
  ///
  /// @throws RefusedException `no-such-thing` if there is none or its time is over
  public JoinBox read(VaultId vault, Sha256 box) {
    return database.read(db -> find(db, vault, box, database.meter().ran())
        .orElseThrow(Joins::missing));
  }

  private static void open(Tx tx, VaultId vault, Sha256 box, VerifyKey key) {
    if (find(tx.db(), vault, box, tx.ran()).isPresent()) return;
    BOXES.take(tx, vault);
    tx.db().execute("""
        insert into join_box (box, vault, join_key, ends_ran) values (?, ?, ?, ?)
            on conflict do nothing
        """, box.hex(), vault.hex(), key.hex(), tx.ran() + HOLDS.toMillis());
  }

  private static void leave(Tx tx, VaultId vault, Sha256 box, String side, String value) {
    if (value.length() > LONGEST_VALUE)
      throw new RefusedException(Refusal.TOO_LARGE, "a mailbox holds at most 64 KiB");
    Encoded.base64(value);
    var there = find(tx.db(), vault, box, tx.ran()).orElseThrow(Joins::missing);
    var before = side.equals("request") ? there.request() : there.answer();
    if (before.equals(value)) return;
    if (!before.isEmpty())
      throw new RefusedException(Refusal.NOT_ALLOWED, "somebody used this invitation already",
          "if it was not you, make a new invitation");
    tx.db().execute("update join_box set " + side + " = ? where box = ?", value, box.hex());
  }

  private static Optional<JoinBox> find(Handle db, VaultId vault, Sha256 box, long ran) {
    return db
        .createQuery("""
            select request, answer from join_box
             where box = :box and vault = :vault and ends_ran > :ran
            """)
        .bind("box", box.hex())
        .bind("vault", vault.hex())
        .bind("ran", ran)
        .map((row, context) -> new JoinBox(row.getString(1), row.getString(2)))
        .findOne();
  }

  private static RefusedException missing() {
    return new RefusedException(Refusal.NO_SUCH_THING, "no such mailbox, or its time is over",
        "make a new invitation");
  }
}
