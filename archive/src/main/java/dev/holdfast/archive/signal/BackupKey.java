package dev.holdfast.archive.signal;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.util.UUID;

/// The 32-byte key between the recovery key and the keys of single backups.
///
/// It opens every backup of the account, but does not lead back to the recovery key and so not to
/// the account. Source: docs/format.md, section 10.
public final class BackupKey extends Secret {
  static final int BYTES = 32;

  BackupKey(byte[] owned) {
    super(owned);
  }

  /// The id under which this account's backups are known.
  ///
  /// @param aci the account's id; needed only to make a backup as Signal would, never to open one
  public BackupId backupId(UUID aci) {
    var raw = ByteBuffer.allocate(16)
        .putLong(aci.getMostSignificantBits())
        .putLong(aci.getLeastSignificantBits());
    return new BackupId(
        derive("20241024_SIGNAL_BACKUP_ID:", raw.array(), new byte[0], BackupId.BYTES));
  }

  /// The keys of every local `main` under this recovery key.
  public MessageBackupKey localKey(BackupId id) {
    return new MessageBackupKey(
        derive("20241007_SIGNAL_BACKUP_ENCRYPT_MESSAGE_BACKUP:", id.open(), new byte[0],
            MessageBackupKey.BYTES));
  }

  /// The keys of one cloud `main`.
  ///
  /// @param token the backup's 32-byte forward-secrecy token
  public MessageBackupKey cloudKey(BackupId id, byte[] token) {
    if (token.length != 32)
      throw new IllegalArgumentException("a forward-secrecy token has 32 bytes");
    return new MessageBackupKey(
        derive("20250708_SIGNAL_BACKUP_ENCRYPT_MESSAGE_BACKUP:", id.open(), token,
            MessageBackupKey.BYTES));
  }

  /// The 32 bytes that seal the backup id in a snapshot's `metadata`.
  byte[] localMetadataKey() {
    return derive("20241011_SIGNAL_LOCAL_BACKUP_METADATA_KEY", new byte[0], new byte[0], 32);
  }

  private byte[] derive(String label, byte[] suffix, byte[] salt, int length) {
    return Primitives.hkdf(open(), salt, Primitives.join(label.getBytes(US_ASCII), suffix), length);
  }
}
