package dev.holdfast.archive.signal;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The `metadata` file of a local snapshot: the backup id, encrypted, without any check value. A
/// wrong key shows only when `main` does not open. Source: docs/format.md, section 12.
public final class SnapshotMetadata {
  private static final int IV_BYTES = 12;
  static final int LIMIT = 4096;
  private final byte[] iv;
  private final byte[] encryptedId;

  private SnapshotMetadata(byte[] iv, byte[] encryptedId) {
    this.iv = iv;
    this.encryptedId = encryptedId;
  }

  /// Reads the file's bytes.
  ///
  /// @throws dev.holdfast.archive.ArchiveException if they are damaged, or of a version above 1
  public static SnapshotMetadata parse(byte[] file) {
    if (file.length > LIMIT) throw Damage.of("metadata", "is far too long");
    long version = 0;
    byte @Nullable [] iv = null;
    byte @Nullable [] id = null;
    var fields = new WireReader(file);
    while (fields.next()) {
      if (fields.number() == 1 && fields.isVarint()) version = fields.varint();
      if (fields.number() != 2 || !fields.isBytes()) continue;
      var sealed = fields.message();
      while (sealed.next()) {
        if (sealed.number() == 1 && sealed.isBytes()) iv = sealed.bytes();
        if (sealed.number() == 2 && sealed.isBytes()) id = sealed.bytes();
      }
    }
    if (version < 0 || version > 1)
      throw Damage.newer("metadata", "has a format newer than version 1");
    if (iv == null || id == null || iv.length != IV_BYTES || id.length != BackupId.BYTES) {
      throw Damage.of("metadata", "does not hold a backup id");
    }
    return new SnapshotMetadata(iv, id);
  }

  /// Seals an id under a fresh nonce.
  public static SnapshotMetadata seal(BackupKey key, BackupId id, SecureRandom random) {
    var iv = new byte[IV_BYTES];
    random.nextBytes(iv);
    return new SnapshotMetadata(iv, crypt(key, iv, id.open()));
  }

  /// The backup id, if `key` is the right one; sixteen meaningless bytes if it is not.
  public BackupId open(BackupKey key) {
    return new BackupId(crypt(key, iv, encryptedId));
  }

  private static byte[] crypt(BackupKey key, byte[] iv, byte[] text) {
    var metadataKey = key.localMetadataKey();
    try {
      return Primitives.aesCtr(metadataKey, 0, Arrays.copyOf(iv, Primitives.IV_BYTES))
          .doFinal(text);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("counter mode takes any input", e);
    } finally {
      Arrays.fill(metadataKey, (byte) 0);
    }
  }

  /// The file's 36 bytes.
  public byte[] toBytes() {
    var sealed = new WireWriter().bytes(1, iv).bytes(2, encryptedId);
    return new WireWriter().varint(1, 1).message(2, sealed).toBytes();
  }
}
