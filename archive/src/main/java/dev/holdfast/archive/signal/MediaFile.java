package dev.holdfast.archive.signal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.CipherOutputStream;
import javax.crypto.Mac;

/// One sealed media file of a local folder, in flat memory.
///
/// Its key is AES then HMAC, the reverse of `main`. Source: docs/format.md, section 12.
public final class MediaFile {
  private static final int HMAC_FROM = 32;

  private MediaFile() {}

  /// Checks the file's check value, its size and the hash of its plaintext.
  ///
  /// @throws dev.holdfast.archive.ArchiveException if one of them differs
  public static void check(Path file, MediaPointer pointer) throws IOException {
    open(file, pointer, OutputStream.nullOutputStream());
  }

  /// Writes the plaintext to `target`. The check value is verified before the first byte; the hash
  /// only after the last, so what was written may be believed once this returns.
  ///
  /// @throws dev.holdfast.archive.ArchiveException if the file is not what the pointer says
  public static void open(Path file, MediaPointer pointer, OutputStream target) throws IOException {
    var item = "media file " + pointer.name().hex();
    try (var channel = SourceFile.channel(file)) {
      long cipherBytes = channel.size() - Primitives.IV_BYTES - Primitives.MAC_BYTES;
      if (cipherBytes <= 0 || cipherBytes % 16 != 0)
        throw Damage.of(item, "is cut: its length fits no media file");
      verify(channel, Primitives.IV_BYTES + cipherBytes, pointer, item);
      var plain = new Plaintext(pointer.plainBytes(), target);
      decrypt(channel, cipherBytes, pointer, plain, item);
      if (!plain.matches(pointer)) throw Damage.of(item, "does not hold what the message says");
    }
  }

  private static void verify(FileChannel channel, long length, MediaPointer pointer, String item)
      throws IOException {
    var mac = mac(pointer);
    var buffer = ByteBuffer.allocate(MainFile.CHUNK);
    for (long rest = length; rest > 0; rest -= buffer.position()) {
      buffer.clear().limit((int) Math.min(buffer.capacity(), rest));
      MainFile.fill(channel, buffer, item);
      mac.update(buffer.array(), 0, buffer.position());
    }
    var tag = ByteBuffer.allocate(Primitives.MAC_BYTES);
    MainFile.fill(channel, tag, item);
    if (!MessageDigest.isEqual(mac.doFinal(), tag.array())) throw Damage.mac(item);
  }

  private static void decrypt(FileChannel channel, long length, MediaPointer pointer,
      Plaintext plain, String item)
      throws IOException {
    channel.position(0);
    var iv = ByteBuffer.allocate(Primitives.IV_BYTES);
    MainFile.fill(channel, iv, item);
    var cipher = Primitives.aesCbc(Cipher.DECRYPT_MODE, pointer.localKey(), 0, iv.array());
    var buffer = ByteBuffer.allocate(MainFile.CHUNK);
    var out = new byte[MainFile.CHUNK + 32];
    try {
      for (long rest = length; rest > 0; rest -= buffer.position()) {
        buffer.clear().limit((int) Math.min(buffer.capacity(), rest));
        MainFile.fill(channel, buffer, item);
        plain.take(out, cipher.update(buffer.array(), 0, buffer.position(), out, 0));
      }
      plain.take(out, cipher.doFinal(out, 0));
    } catch (GeneralSecurityException e) {
      throw Damage.of(item, "is not padded as a media file is");
    }
  }

  static Mac mac(MediaPointer pointer) {
    return Primitives.hmacSha256(pointer.localKey(), HMAC_FROM, 32);
  }

  /// Passes on the first `wanted` bytes; the rest is padding.
  private static final class Plaintext {
    private final MessageDigest sha256 = Primitives.sha256();
    private final OutputStream target;
    private long wanted;

    Plaintext(long wanted, OutputStream target) {
      this.wanted = wanted;
      this.target = target;
    }

    void take(byte[] bytes, int length) throws IOException {
      int part = (int) Math.min(length, wanted);
      sha256.update(bytes, 0, part);
      target.write(bytes, 0, part);
      wanted -= part;
    }

    boolean matches(MediaPointer pointer) {
      return wanted == 0 && MessageDigest.isEqual(sha256.digest(), pointer.plaintextHash());
    }
  }

  /// Seals a plaintext as Signal would, for writers of folders.
  ///
  /// @param pointer whose size must be that of the plaintext
  /// @param target receives the sealed file and stays open
  public static void seal(InputStream plaintext, MediaPointer pointer, OutputStream target)
      throws IOException {
    var iv = new byte[Primitives.IV_BYTES];
    new SecureRandom().nextBytes(iv);
    var mac = mac(pointer);
    var checked = new Checked(target, mac);
    checked.write(iv);
    var cipher = Primitives.aesCbc(Cipher.ENCRYPT_MODE, pointer.localKey(), 0, iv);
    try (var sealed = new CipherOutputStream(checked, cipher)) {
      if (plaintext.transferTo(sealed) != pointer.plainBytes()) {
        throw new IllegalArgumentException("the media pointer names another size");
      }
      writeZeros(sealed, Padding.padded(pointer.plainBytes()) - pointer.plainBytes());
    }
    target.write(mac.doFinal());
  }

  private static void writeZeros(OutputStream target, long count) throws IOException {
    var zeros = new byte[8192];
    for (long rest = count; rest > 0; rest -= zeros.length) {
      target.write(zeros, 0, (int) Math.min(rest, zeros.length));
    }
  }

  /// Sends everything through the check value; closing it leaves the target open.
  private static final class Checked extends OutputStream {
    private final OutputStream target;
    private final Mac mac;

    Checked(OutputStream target, Mac mac) {
      this.target = target;
      this.mac = mac;
    }

    @Override
    public void write(int one) throws IOException {
      write(new byte[]{(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      mac.update(bytes, from, length);
      target.write(bytes, from, length);
    }
  }
}
