package dev.holdfast.vault.device;

import dev.holdfast.kernel.DeviceId;
import dev.holdfast.kernel.VaultId;
import dev.holdfast.kernel.VerifyKey;
import dev.holdfast.kernel.device.Device;
import dev.holdfast.kernel.device.DeviceCertificate;
import dev.holdfast.kernel.device.SealingKey;
import dev.holdfast.kernel.wire.VaultStatus;
import dev.holdfast.vault.Encoded;
import dev.holdfast.vault.Refusal;
import dev.holdfast.vault.RefusedException;
import dev.holdfast.vault.Texts;
import dev.holdfast.vault.database.Tx;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// The devices of all vaults, as the database holds them.
public final class Devices {
  private static final String COLUMNS = """
      select vault, device, name, signing_key, sealing_key, certificate, signature, founding,
             added_at, added_ran, revoked, voice_ends_ran
        from device
      """;
  private static final int NAME_LETTERS = 100;

  private Devices() {}

  /// One device of a vault, revoked or not.
  public static Optional<StoredDevice> find(Handle db, VaultId vault, DeviceId id) {
    return db.createQuery(COLUMNS + " where vault = ? and device = ?")
        .bind(0, vault.hex())
        .bind(1, id.hex())
        .map((row, context) -> read(row))
        .findOne();
  }

  /// A device by its id alone, in whatever vault.
  public static Optional<StoredDevice> anywhere(Handle db, DeviceId id) {
    return db.createQuery(COLUMNS + " where device = ? order by revoked limit 1")
        .bind(0, id.hex())
        .map((row, context) -> read(row))
        .findOne();
  }

  /// All devices of a vault, the oldest first.
  public static List<StoredDevice> of(Handle db, VaultId vault) {
    return db.createQuery(COLUMNS + " where vault = ? order by added_ran, device")
        .bind(0, vault.hex())
        .map((row, context) -> read(row))
        .list();
  }

  /// The same as answers show them.
  public static List<VaultStatus.EnrolledDevice> wire(Handle db, VaultId vault) {
    return of(db, vault).stream().map(StoredDevice::wire).toList();
  }

  /// Stores a device that the first policy names.
  public static void addFounding(Tx tx, VaultId vault, Device device, String name) {
    insert(tx, vault, device, name, "", "", true);
  }

  /// Stores a device that a certificate adds.
  ///
  /// @throws RefusedException `not-allowed` if it was there before and is revoked
  public static void addCertified(Tx tx, DeviceCertificate certificate, String signature,
      String name) {
    var known = find(tx.db(), certificate.vault(), certificate.device().id());
    if (known.filter(StoredDevice::revoked).isPresent())
      throw new RefusedException(Refusal.NOT_ALLOWED, "this device was revoked",
          "let it make new keys");
    if (known.isPresent()) return;
    insert(tx, certificate.vault(), certificate.device(), name,
        Encoded.base64(certificate.encode()), signature, certificate.byOpening());
  }

  /// Takes a device's rights: all at once but its veto and its alarms, which end after `wait`.
  public static void revoke(Tx tx, StoredDevice device, Duration wait) {
    tx.db()
        .execute("update device set revoked = 1, voice_ends_ran = ? where vault = ?"
            + " and device = ? and revoked = 0", tx.ran() + wait.toMillis(), device.vault().hex(),
            device.id().hex());
  }

  private static void insert(Tx tx, VaultId vault, Device device, String name, String certificate,
      String signature, boolean founding) {
    tx.db()
        .execute("insert into device values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0)", vault.hex(),
            device.id().hex(), shortened(name), device.signingKey().hex(),
            device.sealingKey().base64(), Encoded.base64(certificate), signature, founding ? 1 : 0,
            tx.now().toEpochMilli(), tx.ran());
  }

  private static String shortened(String name) {
    var clean = Texts.clean(name);
    return clean.length() <= NAME_LETTERS ? clean : clean.substring(0, NAME_LETTERS);
  }

  private static StoredDevice read(ResultSet row) throws SQLException {
    var device = new Device(new VerifyKey(row.getString(4)), new SealingKey(row.getString(5)));
    return new StoredDevice(new VaultId(row.getString(1)), new DeviceId(row.getString(2)),
        row.getString(3), device, Encoded.base64(row.getBytes(6)), row.getString(7),
        row.getInt(8) == 1, row.getLong(9), row.getLong(10), row.getInt(11) == 1,
        row.getLong(12));
  }
}
