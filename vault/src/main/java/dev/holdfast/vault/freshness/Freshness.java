package dev.holdfast.vault.freshness;

import dev.holdfast.kernel.SecretBytes;
import dev.holdfast.kernel.VaultId;
import dev.holdfast.kernel.release.AlarmKind;
import dev.holdfast.vault.Encoded;
import dev.holdfast.vault.alarm.Alarms;
import dev.holdfast.vault.database.Database;
import dev.holdfast.vault.database.Tx;
import dev.holdfast.vault.lock.Lock;
import dev.holdfast.vault.lock.Locks;
import dev.holdfast.vault.log.AuditLog;
import dev.holdfast.vault.release.Requests;
import dev.holdfast.vault.share.Binding;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Each answer carries a number that only grows, and a mark by which the server knows its own
/// numbers. A client that brings back a larger number than the server has shows that the server was
/// set back: then vaults come up locked (docs/protocol.md, section 2).
public final class Freshness {
  private static final Logger logger = LoggerFactory.getLogger(Freshness.class);
  private static final int MARK_BYTES = 16;
  private static final long LARGEST = 1L << 60;
  private static final long BELIEVED_AHEAD = 1L << 32;

  private final Database database;
  private final Alarms alarms;
  private final AuditLog log;
  private final Requests requests;
  private final SecretBytes key;

  /// @param key for the marks; stays the caller's
  public Freshness(Database database, Alarms alarms, AuditLog log, Requests requests,
      SecretBytes key) {
    this.database = database;
    this.alarms = alarms;
    this.log = log;
    this.requests = requests;
    this.key = key;
  }

  /// What a vault's clients are told.
  ///
  /// @param number only grows
  /// @param mark 32 hex digits
  public record State(long number, String mark) {}

  /// The state to answer with.
  public State of(VaultId vault) {
    long number = database.counter() + database.read(db -> offset(db, vault));
    return new State(number, mark(vault, number));
  }

  /// Looks at what a device of `vault` has seen. A larger number with our mark locks all vaults;
  /// one without is a claim of this device, and locks its own.
  ///
  /// @param mark as the client sends it; empty if it sends none
  public void seen(VaultId vault, long number, String mark) {
    long own = of(vault).number();
    if (number <= own || number > LARGEST) return;
    boolean ours = MessageDigest.isEqual(mark.getBytes(StandardCharsets.US_ASCII),
        mark(vault, number).getBytes(StandardCharsets.US_ASCII));
    // A claim cannot push a vault's numbers to where true ones are no longer believed.
    if (!ours && number > own + BELIEVED_AHEAD) return;
    logger.warn("state is older than a client has seen vault={} proven={}", vault, ours);
    database.change(tx -> rolledBack(tx, vault, number, ours));
  }

  private void rolledBack(Tx tx, VaultId vault, long number, boolean ours) {
    long offset = offset(tx.db(), vault);
    long missing = number - (database.counter() + offset);
    if (missing <= 0) return;
    if (ours) database.jump(tx, database.counter() + missing + 1);
    else
      tx.db()
          .execute("update vault set state_offset = ? where vault = ?", offset + missing + 1,
              vault.hex());
    for (var each : ours ? vaults(tx.db()) : List.of(vault)) {
      Locks.lock(tx, each, Lock.Reason.ROLLED_BACK, Optional.empty());
      requests.expireAll(tx, each);
      log.append(tx, each, "rolled-back", "");
      alarms.raise(tx, each, Alarms.Alarm.of(AlarmKind.ROLLED_BACK, ""));
    }
  }

  private static long offset(Handle db, VaultId vault) {
    return db.createQuery("select state_offset from vault where vault = ?")
        .bind(0, vault.hex())
        .mapTo(Long.class)
        .findOne()
        .orElse(0L);
  }

  private static List<VaultId> vaults(Handle db) {
    return db.createQuery("select vault from vault")
        .map((row, context) -> new VaultId(row.getString(1)))
        .list();
  }

  private String mark(VaultId vault, long number) {
    var message = Binding.of("holdfast/v1/state\n").with(vault.raw()).with(number).bytes();
    byte[] mark = key.lend(raw -> mac(raw, message));
    return Encoded.hex(Arrays.copyOf(mark, MARK_BYTES));
  }

  private static byte[] mac(byte[] key, byte[] message) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(message);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HMAC-SHA256", e);
    }
  }
}
