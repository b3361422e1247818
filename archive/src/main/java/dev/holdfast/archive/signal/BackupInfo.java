package dev.holdfast.archive.signal;

/// The first frame of a `main`: what the backup says about itself. Source: docs/format.md, section
/// 13.
///
/// @param version 1 so far
/// @param backupTimeMs when the export started, ms since 1970; 0 if it does not say
public record BackupInfo(long version, long backupTimeMs) {
  private static final int MEDIA_ROOT_KEY = 3;

  /// Reads the frame.
  ///
  /// @throws dev.holdfast.archive.ArchiveException if it is damaged, or of a version above 1
  public static BackupInfo of(byte[] frame) {
    long version = 0;
    long time = 0;
    var fields = new WireReader(frame);
    while (fields.next()) {
      if (fields.number() == 1 && fields.isVarint()) version = fields.varint();
      if (fields.number() == 2 && fields.isVarint()) time = fields.varint();
    }
    if (version < 0 || version > 1)
      throw Damage.newer("the backup", "has a format newer than version 1");
    return new BackupInfo(version, time);
  }

  /// The frame with another media root key, every other byte as it was.
  ///
  /// Every occurrence is replaced, so that the old key is nowhere left; a frame without one gains
  /// it.
  ///
  /// @param key 32 bytes
  public static byte[] withMediaRootKey(byte[] frame, byte[] key) {
    if (key.length != 32) throw new IllegalArgumentException("a media root key has 32 bytes");
    var edited = new WireWriter();
    var fields = new WireReader(frame);
    boolean found = false;
    for (int from = 0; fields.next(); from = fields.end()) {
      boolean rootKey = fields.number() == MEDIA_ROOT_KEY && fields.isBytes();
      if (rootKey) edited.bytes(MEDIA_ROOT_KEY, key);
      else
        edited.append(frame, from, fields.end() - from);
      found |= rootKey;
    }
    if (!found) edited.bytes(MEDIA_ROOT_KEY, key);
    return edited.toBytes();
  }
}
