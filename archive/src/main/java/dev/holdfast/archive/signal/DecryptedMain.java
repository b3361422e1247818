package dev.holdfast.archive.signal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.Mac;

/// The second pass over a `main`: decrypts chunk by chunk, computing the check value and the hash
/// of the whole file again on the way. `finish` says whether what was handed out was the
/// checked file.
final class DecryptedMain implements AutoCloseable {
  private final FileChannel file;
  private final String item;
  private final Mac mac;
  private final MessageDigest sha256 = Primitives.sha256();
  private final Cipher cipher;
  private final ByteBuffer sealed = ByteBuffer.allocate(MainFile.CHUNK);
  private final byte[] plain = new byte[MainFile.CHUNK + 32];
  private long rest;
  private boolean finished;
  private int from;
  private int to;

  DecryptedMain(FileChannel file, MainLayout layout, MessageBackupKey key, String item)
      throws IOException {
    this.file = file;
    this.item = item;
    rest = layout.cipherBytes();
    sha256.update(layout.prefix(file));
    file.position(layout.prefixBytes());
    var iv = ByteBuffer.allocate(Primitives.IV_BYTES);
    MainFile.fill(file, iv, item);
    mac = key.mac();
    seen(iv.array(), iv.position());
    cipher = key.cipher(Cipher.DECRYPT_MODE, iv.array());
  }

  private void seen(byte[] bytes, int length) {
    mac.update(bytes, 0, length);
    sha256.update(bytes, 0, length);
  }

  /// Makes plaintext available in `[from, to)` of `array`; false at its end.
  boolean fill() throws IOException {
    while (from == to) {
      if (finished) return false;
      from = 0;
      to = rest > 0 ? decryptChunk() : decryptLast();
    }
    return true;
  }

  private int decryptChunk() throws IOException {
    sealed.clear().limit((int) Math.min(MainFile.CHUNK, rest));
    MainFile.fill(file, sealed, item);
    seen(sealed.array(), sealed.position());
    rest -= sealed.position();
    try {
      return cipher.update(sealed.array(), 0, sealed.position(), plain, 0);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the plaintext buffer is too small", e);
    }
  }

  private int decryptLast() {
    finished = true;
    try {
      return cipher.doFinal(plain, 0);
    } catch (GeneralSecurityException e) {
      throw Damage.of(item, "is not padded as a backup is");
    }
  }

  /// One byte, or -1 at the end.
  int read() throws IOException {
    return fill() ? plain[from++] & 0xFF : -1;
  }

  byte[] array() {
    return plain;
  }

  int from() {
    return from;
  }

  int available() {
    return to - from;
  }

  void skip(int count) {
    from += count;
  }

  /// After the compressed part only zeros may follow, as many as there are.
  void expectEnd() throws IOException {
    while (fill()) {
      for (int i = from; i < to; i++) {
        if (plain[i] != 0) throw Damage.of(item, "has something behind its compressed part");
      }
      from = to;
    }
  }

  /// SHA-256 of the whole file, once what was read proved to be what was checked before.
  byte[] finish() throws IOException {
    var tag = ByteBuffer.allocate(Primitives.MAC_BYTES);
    MainFile.fill(file, tag, item);
    sha256.update(tag.array());
    if (!MessageDigest.isEqual(mac.doFinal(), tag.array())) throw Damage.mac(item);
    return sha256.digest();
  }

  @Override
  public void close() {
    Arrays.fill(plain, (byte) 0);
  }
}
