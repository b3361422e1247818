package dev.holdfast.archive.signal;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.Mac;

/// Opens the frames and blobs of a legacy backup one after another; each has its own counter block
/// and a check value of ten bytes.
final class LegacyCipher {
  private static final int TAG_BYTES = 10;
  private static final int MAC_FROM = 32;
  private final boolean sealsLengths;
  private final byte[] keys;
  private final Mac mac;
  private final byte[] counterBlock;
  private final String item;
  private int counter;
  private byte[] buffer = new byte[8192];

  /// @param keys must stay as they are while this is used
  LegacyCipher(LegacyHeader header, byte[] keys, String item) {
    sealsLengths = header.sealsLengths();
    this.keys = keys;
    this.item = item;
    mac = Primitives.hmacSha256(keys, MAC_FROM, 32);
    counterBlock = header.iv().clone();
    counter = ByteBuffer.wrap(counterBlock).getInt();
  }

  private void nextBlock() {
    ByteBuffer.wrap(counterBlock).putInt(counter++);
  }

  LegacyFrame frame(DataInputStream in, int limit) throws IOException {
    nextBlock();
    var cipher = Primitives.aesCtr(keys, 0, counterBlock);
    int length = length(in, cipher) - TAG_BYTES;
    if (length < 0 || length > limit) throw Damage.mac(item);
    read(in, length);
    mac.update(buffer, 0, length);
    checkTag(in);
    return LegacyFrame.of(decrypted(cipher, length), length);
  }

  /// The length is believed only as far as the check value that follows: before, it is
  /// just bounded.
  private int length(DataInputStream in, Cipher cipher) throws IOException {
    var sealed = new byte[4];
    in.readFully(sealed);
    if (!sealsLengths) return ByteBuffer.wrap(sealed).getInt();
    mac.update(sealed);
    return ByteBuffer.wrap(cipher.update(sealed)).getInt();
  }

  /// Grows the buffer only as bytes arrive, so that an absurd length costs nothing.
  private void read(DataInputStream in, int length) throws IOException {
    for (int from = 0; from < length;) {
      if (from == buffer.length) buffer = Arrays.copyOf(buffer, buffer.length * 2);
      int part = Math.min(length, buffer.length) - from;
      in.readFully(buffer, from, part);
      from += part;
    }
  }

  private byte[] decrypted(Cipher cipher, int length) {
    try {
      return cipher.doFinal(buffer, 0, length);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("counter mode takes any input", e);
    }
  }

  void blob(DataInputStream in, long length) throws IOException {
    nextBlock();
    mac.update(counterBlock);
    for (long rest = length; rest > 0;) {
      int part = (int) Math.min(rest, buffer.length);
      in.readFully(buffer, 0, part);
      mac.update(buffer, 0, part);
      rest -= part;
    }
    checkTag(in);
  }

  private void checkTag(DataInputStream in) throws IOException {
    var tag = new byte[TAG_BYTES];
    in.readFully(tag);
    if (!MessageDigest.isEqual(Arrays.copyOf(mac.doFinal(), TAG_BYTES), tag))
      throw Damage.mac(item);
  }

}
