package dev.holdfast.vault.account;

import dev.holdfast.kernel.DeviceId;
import dev.holdfast.kernel.VaultId;
import dev.holdfast.kernel.release.AlarmKind;
import dev.holdfast.kernel.wire.AlarmEvent;
import dev.holdfast.kernel.wire.NewDevice;
import dev.holdfast.kernel.wire.NewVault;
import dev.holdfast.kernel.wire.PolicyLink;
import dev.holdfast.kernel.wire.UnlockProof;
import dev.holdfast.kernel.wire.VaultStatus;
import dev.holdfast.vault.Encoded;
import dev.holdfast.vault.Refusal;
import dev.holdfast.vault.RefusedException;
import dev.holdfast.vault.Texts;
import dev.holdfast.vault.alarm.Alarms;
import dev.holdfast.vault.alarm.Channels;
import dev.holdfast.vault.change.Changes;
import dev.holdfast.vault.database.Database;
import dev.holdfast.vault.database.Tx;
import dev.holdfast.vault.device.Devices;
import dev.holdfast.vault.device.StoredDevice;
import dev.holdfast.vault.epoch.Epochs;
import dev.holdfast.vault.epoch.StoredEpoch;
import dev.holdfast.vault.limit.Limit;
import dev.holdfast.vault.lock.Lock;
import dev.holdfast.vault.lock.Locks;
import dev.holdfast.vault.log.AuditLog;
import dev.holdfast.vault.share.Binding;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Vaults as a whole: made, looked at, locked, and the devices that come and go.
public final class Accounts {
  private static final Limit TYPED_KEYS = new Limit("signal-key-typed", 5, Duration.ofDays(1));
  private static final Duration PROOF_HOLDS = Duration.ofMinutes(5);

  private final Database database;
  private final Epochs epochs;
  private final Alarms alarms;
  private final AuditLog log;
  private final Changes changes;
  private final VaultTerms terms;
  private final boolean open;

  /// @param open true if anybody may make a vault; else an invitation is needed
  public Accounts(Database database, Epochs epochs, Alarms alarms, AuditLog log, Changes changes,
      VaultTerms terms, boolean open) {
    this.database = database;
    this.epochs = epochs;
    this.alarms = alarms;
    this.log = log;
    this.changes = changes;
    this.terms = terms;
    this.open = open;
  }

  /// Makes a vault. Asked again with the same first policy it answers the same, so that a lost
  /// answer harms nobody.
  ///
  /// @throws RefusedException `invite-needed`, `not-allowed` if there is another vault of that name
  public VaultStatus make(NewVault wanted) {
    var vault = new VaultId(wanted.vault());
    database.change(tx -> {
      if (exists(tx.db(), vault)) same(tx.db(), vault, wanted);
      else
        make(tx, vault, wanted);
    });
    return status(vault);
  }

  private void make(Tx tx, VaultId vault, NewVault wanted) {
    if (!open && !Invitations.use(tx, wanted.invite(), vault))
      throw new RefusedException(Refusal.INVITE_NEEDED,
          "this server makes a vault for an invitation only",
          "ask its operator for one, then run \"holdfast init --invite FILE\"");
    tx.db()
        .execute("insert into vault (vault, created_at, epoch) values (?, ?, 1)", vault.hex(),
            tx.now().toEpochMilli());
    epochs.begin(tx, vault, wanted.epochs(), wanted.deviceName());
  }

  private static void same(Handle db, VaultId vault, NewVault wanted) {
    var first = Epochs.find(db, vault, 1).map(StoredEpoch::policyBytes);
    var revoked = Devices.of(db, vault).stream().filter(StoredDevice::revoked);
    if (wanted.epochs().isEmpty() || revoked.findAny().isPresent()
        || !first.equals(Optional.of(wanted.epochs().getFirst().policy())))
      throw new RefusedException(Refusal.NOT_ALLOWED, "there is another vault of that name");
  }

  /// What a vault looks like now.
  ///
  /// @throws RefusedException `no-such-vault`
  public VaultStatus status(VaultId vault) {
    return database.read(db -> status(db, vault));
  }

  private VaultStatus status(Handle db, VaultId vault) {
    long now = database.meter().now().toEpochMilli();
    long ran = database.meter().ran();
    var epoch = Epochs.inForce(db, vault);
    var lock = Locks.on(db, vault, ran);
    return new VaultStatus(vault.hex(), epoch.number(), epoch.policyBytes(),
        Epochs.reserve(db, vault).map(StoredEpoch::policyBytes).orElse(""),
        lock.map(l -> l.until(now, ran)).orElse(0L),
        lock.map(l -> l.reason().wireName()).orElse(""), Devices.wire(db, vault),
        Channels.confirmed(db, vault, ran),
        number(db, "select stored_bytes from vault where vault = ?", vault), terms.quotaBytes(),
        (int) number(db, "select count(*) from snapshot where kept = 1 and vault = ?", vault),
        log.size(db));
  }

  private static long number(Handle db, String query, VaultId vault) {
    return db.createQuery(query).bind(0, vault.hex()).mapTo(Long.class).one();
  }

  /// The policies of the epochs behind `after`, the oldest first.
  public List<PolicyLink> policies(VaultId vault, int after) {
    return database.read(db -> Epochs.all(db, vault)
        .stream()
        .filter(epoch -> epoch.number() > after)
        .map(StoredEpoch::link)
        .toList());
  }

  /// Locks the vault until somebody unlocks or re-keys it.
  public VaultStatus lock(StoredDevice by) {
    database.change(tx -> {
      var before = Locks.on(tx.db(), by.vault(), tx.ran());
      if (before.filter(lock -> lock.endsRan() == Lock.NEVER).isPresent()) return;
      Locks.lock(tx, by.vault(), Lock.Reason.DEVICE, Optional.empty());
      log.append(tx, by.vault(), "locked", by.id().hex());
      alarms.raise(tx, by.vault(), Alarms.Alarm.of(AlarmKind.LOCKED, by.name()));
    });
    return status(by.vault());
  }

  /// Takes a lock off for whoever proves the factor.
  ///
  /// @throws RefusedException `wrong-factor`
  public VaultStatus unlock(StoredDevice by, UnlockProof unlock) {
    database.change(tx -> {
      var away = Math.abs(tx.now().toEpochMilli() - unlock.at());
      var signed = Binding.of("holdfast/v1/unlock\n")
          .with(by.vault().raw())
          .with(unlock.at())
          .bytes();
      var key = Epochs.inForce(tx.db(), by.vault()).policy().factorKey();
      if (away > PROOF_HOLDS.toMillis() || !key.accepts(signed, Encoded.signature(unlock.proof())))
        throw new RefusedException(Refusal.WRONG_FACTOR, "expected a fresh proof of the factor");
      if (Locks.on(tx.db(), by.vault(), tx.ran()).isEmpty()) return;
      Locks.unlock(tx, by.vault());
      log.append(tx, by.vault(), "unlocked", by.id().hex());
      alarms.raise(tx, by.vault(), Alarms.Alarm.of(AlarmKind.UNLOCKED, by.name()));
    });
    return status(by.vault());
  }

  /// Adds a device by a certificate.
  public VaultStatus addDevice(VaultId vault, NewDevice wanted) {
    database.change(tx -> {
      var before = Devices.of(tx.db(), vault).size();
      epochs.add(tx, Epochs.inForce(tx.db(), vault), wanted);
      if (Devices.of(tx.db(), vault).size() > before)
        alarms.raise(tx, vault,
            Alarms.Alarm.of(AlarmKind.DEVICE_ADDED, Texts.clean(wanted.name())));
      tx.after(() -> changes.ring(vault));
    });
    return status(vault);
  }

  /// Revokes a device; also the caller itself.
  ///
  /// @throws RefusedException `no-such-thing`
  public VaultStatus revoke(StoredDevice by, DeviceId target) {
    var vault = by.vault();
    database.change(tx -> {
      var device = Devices.find(tx.db(), vault, target)
          .orElseThrow(() -> new RefusedException(Refusal.NO_SUCH_THING, "no such device"));
      if (device.revoked()) return;
      Devices.revoke(tx, device, Epochs.inForce(tx.db(), vault).policy().waiting());
      epochs.forgetMasks(tx, vault, target);
      log.append(tx, vault, "device-revoked", target.hex() + " " + by.id().hex());
      alarms.raise(tx, vault, Alarms.Alarm.of(AlarmKind.DEVICE_REVOKED, device.name()));
    });
    return status(vault);
  }

  /// Raises an alarm for something that happened on a client.
  public AlarmEvent signalKeyTyped(StoredDevice by) {
    return database.write(tx -> {
      TYPED_KEYS.take(tx, by.vault());
      log.append(tx, by.vault(), "signal-key-typed", by.id().hex());
      return alarms.raise(tx, by.vault(),
          Alarms.Alarm.of(AlarmKind.SIGNAL_KEY_TYPED, by.name()));
    });
  }

  private static boolean exists(Handle db, VaultId vault) {
    return number(db, "select count(*) from vault where vault = ?", vault) > 0;
  }
}
