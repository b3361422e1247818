package dev.holdfast.guard.warning;

import dev.holdfast.kernel.Sha256;
import dev.holdfast.kernel.warning.Salt;
import java.nio.ByteBuffer;
import java.security.MessageDigest;

/// Prints of windows under one salt: the first 8 bytes of SHA-256 over salt and UTF-16 letters. Not
/// safe for use by several threads.
final class Prints {
  private final MessageDigest digest = Sha256.digest();
  private final byte[] input = new byte[Salt.BYTES + 2 * Windows.LONG];

  Prints(Salt salt) {
    System.arraycopy(salt.raw(), 0, input, 0, Salt.BYTES);
  }

  long of(String letters, int from, int to) {
    var at = Salt.BYTES;
    for (var i = from; i < to; i++) {
      input[at++] = (byte) (letters.charAt(i) >>> 8);
      input[at++] = (byte) letters.charAt(i);
    }
    digest.update(input, 0, at);
    return ByteBuffer.wrap(digest.digest()).getLong();
  }
}
