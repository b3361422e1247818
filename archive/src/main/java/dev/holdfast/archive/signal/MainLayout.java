package dev.holdfast.archive.signal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Where the parts of a `main` lie. Source: docs/format.md, section 11.
///
/// @param prefixBytes length of the cloud prefix (magic, length, metadata), 0 in the local layout
/// @param cipherBytes length of the ciphertext, a positive multiple of 16
record MainLayout(int prefixBytes, long cipherBytes) {
  private static final byte[] MAGIC = "SBACKUP\1".getBytes(StandardCharsets.ISO_8859_1);
  /// Two pairs and a nonce take about 200 bytes; more would be another format.
  private static final int PREFIX_LIMIT = 64 * 1024;
  private static final int BLOCK = 16;

  static MainLayout of(FileChannel file, String item) throws IOException {
    long length = file.size();
    int prefix = prefixBytes(file, item);
    long cipher = length - prefix - Primitives.IV_BYTES - Primitives.MAC_BYTES;
    if (cipher < BLOCK || cipher % BLOCK != 0)
      throw Damage.of(item, "is cut: its length fits no backup");
    return new MainLayout(prefix, cipher);
  }

  private static int prefixBytes(FileChannel file, String item) throws IOException {
    var head = new byte[MAGIC.length + 5];
    int count = readAt(file, head, 0);
    if (count < MAGIC.length || !Arrays.equals(head, 0, MAGIC.length, MAGIC, 0, MAGIC.length))
      return 0;
    long metadata = 0;
    for (int i = MAGIC.length; i < count; i++) {
      metadata |= (long) (head[i] & 0x7F) << (7 * (i - MAGIC.length));
      if (head[i] < 0) continue;
      if (metadata > PREFIX_LIMIT) break;
      checkMetadata(file, i + 1, (int) metadata, item);
      return i + 1 + (int) metadata;
    }
    throw Damage.of(item, "has no readable cloud prefix");
  }

  /// The prefix is outside the check value, so only its shape can be judged here.
  private static void checkMetadata(FileChannel file, int from, int length, String item)
      throws IOException {
    var metadata = new byte[length];
    if (readAt(file, metadata, from) < length)
      throw Damage.of(item, "is cut inside its cloud prefix");
    var fields = new WireReader(metadata);
    int pairs = 0;
    while (fields.next()) {
      if (fields.number() == 1 && fields.isBytes()) pairs++;
    }
    if (pairs == 0) throw Damage.of(item, "has a cloud prefix without a key pair");
  }

  private static int readAt(FileChannel file, byte[] target, long position) throws IOException {
    var buffer = ByteBuffer.wrap(target);
    while (buffer.hasRemaining()) {
      if (file.read(buffer, position + buffer.position()) < 0) break;
    }
    return buffer.position();
  }

  byte[] prefix(FileChannel file) throws IOException {
    var prefix = new byte[prefixBytes];
    readAt(file, prefix, 0);
    return prefix;
  }

  long bodyBytes() {
    return Primitives.IV_BYTES + cipherBytes;
  }
}
