package dev.holdfast.archive.signal;

import java.security.SecureRandom;
import java.util.Arrays;

/// Names an account's backups: 16 bytes that go into the keys of `main`. Any 16 bytes work for a
/// reader, which takes them from `metadata`. Not printed, for it identifies the account.
public final class BackupId {
  static final int BYTES = 16;
  private final byte[] bytes;

  /// Takes an id as it is.
  ///
  /// @param source 16 bytes, copied
  /// @throws IllegalArgumentException if there are not 16
  public BackupId(byte[] source) {
    if (source.length != BYTES) throw new IllegalArgumentException("a backup id has 16 bytes");
    bytes = source.clone();
  }

  /// A fresh id for a folder written under a fresh recovery key.
  public static BackupId random(SecureRandom random) {
    var fresh = new byte[BYTES];
    random.nextBytes(fresh);
    return new BackupId(fresh);
  }

  byte[] open() {
    return bytes;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof BackupId id && Arrays.equals(bytes, id.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return "BackupId(hidden)";
  }
}
