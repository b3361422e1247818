package dev.holdfast.archive.signal;

import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.Mac;

/// The 64 bytes that open `main`: HMAC key, then AES key.
///
/// Whoever holds the local one opens every local `main` until the recovery key is rotated, but
/// cannot take over the account: keep this rather than the recovery key. Source: docs/format.md,
/// section 10.
public final class MessageBackupKey extends Secret {
  static final int BYTES = 64;
  private static final int AES_FROM = 32;

  MessageBackupKey(byte[] owned) {
    super(owned);
  }

  /// Takes over a kept key.
  ///
  /// @param kept 64 bytes as lent by `lend`; copied, then filled with zeros: the caller's array is
  ///          spent
  /// @throws IllegalArgumentException if there are not 64
  public static MessageBackupKey of(byte[] kept) {
    if (kept.length != BYTES)
      throw new IllegalArgumentException("a message backup key has 64 bytes");
    var key = new MessageBackupKey(kept.clone());
    Arrays.fill(kept, (byte) 0);
    return key;
  }

  Mac mac() {
    return Primitives.hmacSha256(open(), 0, AES_FROM);
  }

  Cipher cipher(int mode, byte[] iv) {
    return Primitives.aesCbc(mode, open(), AES_FROM, iv);
  }
}
