package dev.holdfast.archive.signal;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.function.Function;

/// Key material of Signal's key schedule: lent out, never printed, wiped on close (best effort: the
/// JVM may have moved the array).
public abstract sealed class Secret implements AutoCloseable
    permits RecoveryKey, BackupKey, MessageBackupKey {
  private final byte[] bytes;
  private boolean closed;

  /// @param owned taken over, not copied
  Secret(byte[] owned) {
    bytes = owned;
  }

  /// Lends the bytes for one call; `use` must not keep or change them.
  ///
  /// @throws IllegalStateException after `close`
  public <T> T lend(Function<byte[], T> use) {
    return use.apply(open());
  }

  /// Takes the same time whether the first or the last byte differs.
  public boolean sameAs(Secret other) {
    return MessageDigest.isEqual(open(), other.open());
  }

  byte[] open() {
    if (closed) throw new IllegalStateException("secret already wiped");
    return bytes;
  }

  @Override
  public String toString() {
    return getClass().getSimpleName() + "(hidden)";
  }

  @Override
  public void close() {
    Arrays.fill(bytes, (byte) 0);
    closed = true;
  }
}
