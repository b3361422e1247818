package dev.holdfast.vault.alarm;

import dev.holdfast.kernel.Sha256;
import dev.holdfast.kernel.VaultId;
import dev.holdfast.kernel.release.AlarmKind;
import dev.holdfast.kernel.wire.Channel;
import dev.holdfast.vault.Encoded;
import dev.holdfast.vault.Refusal;
import dev.holdfast.vault.RefusedException;
import dev.holdfast.vault.database.Database;
import dev.holdfast.vault.database.Tx;
import dev.holdfast.vault.limit.Limit;
import dev.holdfast.vault.log.AuditLog;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import org.jdbi.v3.core.Handle;

/// The channels of each vault. One counts once its test was answered; one that counts is let go
/// only after the vault's own wait, so that a thief with a device cannot silence the alarms first.
public final class Channels {
  private static final int MOST = 20;
  private static final Limit TESTS = new Limit("channel-test", 10, Duration.ofDays(1));
  private static final int TRIES = 5;
  private static final Duration CODE_HOLDS = Duration.ofHours(1);
  private static final Duration BETWEEN_TESTS = Duration.ofMinutes(1);

  private final Database database;
  private final Deliveries deliveries;
  private final Alarms alarms;
  private final AuditLog log;
  private final SecureRandom random;

  /// Channels whose letters go by `deliveries`.
  public Channels(Database database, Deliveries deliveries, Alarms alarms, AuditLog log,
      SecureRandom random) {
    this.database = database;
    this.deliveries = deliveries;
    this.alarms = alarms;
    this.log = log;
    this.random = random;
  }

  /// All channels of a vault.
  public List<Channel> of(VaultId vault) {
    return database.read(db -> db
        .createQuery("""
            select channel, kind, address, confirmed from channel
             where vault = :vault and (leaves_ran is null or leaves_ran > :ran) order by channel
            """)
        .bind("vault", vault.hex())
        .bind("ran", database.meter().ran())
        .map((row, context) -> new Channel(row.getString(1), row.getString(2), row.getString(3),
            row.getInt(4) == 1))
        .list());
  }

  /// How many channels of a vault count.
  public static int confirmed(Handle db, VaultId vault, long ran) {
    return db
        .createQuery("""
            select count(*) from channel where vault = :vault and confirmed = 1
               and (leaves_ran is null or leaves_ran > :ran)
            """)
        .bind("vault", vault.hex())
        .bind("ran", ran)
        .mapTo(Integer.class)
        .one();
  }

  /// Adds a channel, not yet confirmed.
  ///
  /// @throws RefusedException `bad-request` if no courier of this server knows such an address
  public Channel add(VaultId vault, Channel wanted) {
    var courier = deliveries.courier(wanted.kind())
        .orElseThrow(() -> new RefusedException(Refusal.BAD_REQUEST,
            "this server has no channel of that kind",
            "its operator turns e-mail on with smtp.host"));
    if (!courier.knows(wanted.address()))
      throw new RefusedException(Refusal.BAD_REQUEST, "expected an address of that kind");
    if (of(vault).size() >= MOST)
      throw new RefusedException(Refusal.NOT_ALLOWED, "a vault has at most 20 channels");
    var raw = new byte[16];
    random.nextBytes(raw);
    var channel = new Channel(Encoded.hex(raw), wanted.kind(), wanted.address(), false);
    database.change(tx -> tx.db()
        .execute(
            "insert into channel (channel, vault, kind, address) values (?, ?, ?, ?)", channel.id(),
            vault.hex(), channel.kind(), channel.address()));
    return channel;
  }

  /// Lets a channel go: at once if it was never confirmed, else after `wait`, told to every channel
  /// including this one. A new test, once confirmed, keeps it.
  ///
  /// @param by the name of the device that asks
  public void remove(VaultId vault, String id, Duration wait, String by) {
    database.change(tx -> {
      if (!find(tx.db(), vault, id).confirmed()) {
        tx.db().execute("delete from channel where channel = ?", id);
        return;
      }
      int changed = tx.db()
          .execute(
              "update channel set leaves_ran = ? where channel = ? and leaves_ran is null",
              tx.ran() + wait.toMillis(), id);
      if (changed == 1) tell(tx, vault, "channel-leaves", id, AlarmKind.CHANNEL_REMOVED, by);
    });
  }

  private void tell(Tx tx, VaultId vault, String entry, String id, AlarmKind kind, String by) {
    log.append(tx, vault, entry, id);
    alarms.raise(tx, vault, Alarms.Alarm.of(kind, by));
  }

  /// Forgets the channels whose time is over, and tells those that stay.
  public void sweep() {
    database.change(tx -> tx.db()
        .createQuery("select channel, vault from channel where leaves_ran <= :ran")
        .bind("ran", tx.ran())
        .map((row, context) -> new Leaving(row.getString(1), new VaultId(row.getString(2))))
        .list()
        .forEach(leaving -> forget(tx, leaving)));
  }

  private record Leaving(String channel, VaultId vault) {}

  private void forget(Tx tx, Leaving leaving) {
    tx.db().execute("delete from channel where channel = ?", leaving.channel);
    tx.db().execute("delete from delivery where channel = ?", leaving.channel);
    tx.db().execute("delete from veto_token where channel = ?", leaving.channel);
    tell(tx, leaving.vault, "channel-left", leaving.channel, AlarmKind.CHANNEL_REMOVED, "");
  }

  /// Sends six digits to the channel and waits until they are taken.
  ///
  /// @throws RefusedException `too-many-requests` right after another test, `bad-request` if the
  ///           other side does not take it
  public Channel test(VaultId vault, String id) {
    var code = "%06d".formatted(random.nextInt(1_000_000));
    var channel = database.write(tx -> prepare(tx, vault, id, code));
    var courier = deliveries.courier(channel.kind());
    try {
      if (courier.isPresent())
        courier.get().carry(new Letter.TestLetter(channel.address(), vault, code));
      return channel;
    } catch (UndeliveredException e) {
      throw new RefusedException(Refusal.BAD_REQUEST, e.getMessage() == null ? "" : e.getMessage(),
          "check the address, or ask the server's operator about smtp.host");
    }
  }

  private Channel prepare(Tx tx, VaultId vault, String id, String code) {
    var channel = find(tx.db(), vault, id);
    TESTS.take(tx, vault);
    int changed = tx.db()
        .execute("""
            update channel set code_hash = ?, code_ends_ran = ?, tries_left = ?, tested_ran = ?
             where channel = ? and (tested_ran < 0 or tested_ran <= ?)
            """, hash(id, code), tx.ran() + CODE_HOLDS.toMillis(), TRIES, tx.ran(), id,
            tx.ran() - BETWEEN_TESTS.toMillis());
    if (changed == 0)
      throw new RefusedException(Refusal.TOO_MANY_REQUESTS, "a test went out a moment ago",
          "wait for it before asking for another");
    return channel;
  }

  /// Confirms a channel by the digits of its test; one that was about to leave stays.
  ///
  /// @param by the name of the device that asks
  /// @throws RefusedException `not-allowed` if they are wrong, too old or tried too often
  public Channel confirm(VaultId vault, String id, String code, String by) {
    boolean right = database.write(tx -> {
      if (!confirm(tx, vault, id, code)) return false;
      tell(tx, vault, "channel-confirmed", id, AlarmKind.CHANNEL_ADDED, by);
      return true;
    });
    if (!right)
      throw new RefusedException(Refusal.NOT_ALLOWED, "these are not the digits of the last test",
          "ask for a new test");
    return database.read(db -> find(db, vault, id));
  }

  /// A wrong try must count, so it is an answer and not an exception that undoes it.
  private static boolean confirm(Tx tx, VaultId vault, String id, String code) {
    find(tx.db(), vault, id);
    var expected = tx.db()
        .createQuery("""
            select code_hash from channel
             where channel = :id and tries_left > 0 and code_ends_ran > :ran
            """)
        .bind("id", id)
        .bind("ran", tx.ran())
        .mapTo(String.class)
        .findOne();
    tx.db().execute("update channel set tries_left = tries_left - 1 where channel = ?", id);
    boolean right = expected.isPresent()
        && MessageDigest.isEqual(expected.get().getBytes(StandardCharsets.US_ASCII),
            hash(id, code).getBytes(StandardCharsets.US_ASCII));
    if (right)
      tx.db()
          .execute("update channel set confirmed = 1, leaves_ran = null, code_hash = '',"
              + " tries_left = 0"
              + " where channel = ?", id);
    return right;
  }

  private static Channel find(Handle db, VaultId vault, String id) {
    return db
        .createQuery("""
            select channel, kind, address, confirmed from channel
             where vault = :vault and channel = :id
            """)
        .bind("vault", vault.hex())
        .bind("id", id)
        .map((row, context) -> new Channel(row.getString(1), row.getString(2), row.getString(3),
            row.getInt(4) == 1))
        .findOne()
        .orElseThrow(() -> new RefusedException(Refusal.NO_SUCH_THING, "no such channel"));
  }

  private static String hash(String id, String code) {
    return Sha256.over((id + "\n" + code).getBytes(StandardCharsets.UTF_8)).hex();
  }
}
