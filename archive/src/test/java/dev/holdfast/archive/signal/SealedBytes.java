package dev.holdfast.archive.signal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import javax.crypto.Cipher;

/// Seals any bytes as a local `main`, so that a test can put what it likes behind a right
/// check value.
final class SealedBytes {
  private SealedBytes() {}

  static Path write(Path file, byte[] plain) throws IOException {
    var iv = FrameFactsTest.filled(16, 'I');
    try (var key = Keys.local()) {
      var sealed = Primitives.join(iv, key.cipher(Cipher.ENCRYPT_MODE, iv).doFinal(plain));
      return Files.write(file, Primitives.join(sealed, key.mac().doFinal(sealed)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  static byte[] gzip(byte[] plain) throws IOException {
    var packed = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(packed)) {
      gzip.write(plain);
    }
    return packed.toByteArray();
  }

  static byte[] stream(List<byte[]> frames) {
    var stream = new ByteArrayOutputStream();
    for (var frame : frames) {
      stream.writeBytes(Varint.of(frame.length));
      stream.writeBytes(frame);
    }
    return stream.toByteArray();
  }
}
