package dev.holdfast.kernel.canonical;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// Writes values into one byte string: integers big-endian, byte strings behind a 4-byte length,
/// text as UTF-8. One value has one encoding, so its hash is its name.
public final class CanonicalWriter {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  /// @param magic ASCII, names the kind and version; written as it is
  public CanonicalWriter(String magic) {
    fixed(magic.getBytes(StandardCharsets.US_ASCII));
  }

  /// One byte, 0 to 255.
  public CanonicalWriter u8(int value) {
    if (value < 0 || value > 255) throw new IllegalArgumentException("not in 0..255");
    out.write(value);
    return this;
  }

  /// Four bytes, not negative.
  public CanonicalWriter u32(int value) {
    if (value < 0) throw new IllegalArgumentException("negative");
    return fixed(ByteBuffer.allocate(4).putInt(value).array());
  }

  /// Eight bytes, not negative.
  public CanonicalWriter u64(long value) {
    if (value < 0) throw new IllegalArgumentException("negative");
    return fixed(ByteBuffer.allocate(8).putLong(value).array());
  }

  /// Bytes of a length that the format fixes.
  public CanonicalWriter fixed(byte[] bytes) {
    out.write(bytes, 0, bytes.length);
    return this;
  }

  /// Bytes behind their length.
  public CanonicalWriter bytes(byte[] bytes) {
    return u32(bytes.length).fixed(bytes);
  }

  /// Text behind its length in UTF-8 bytes.
  public CanonicalWriter text(String text) {
    return bytes(text.getBytes(StandardCharsets.UTF_8));
  }

  /// A fresh array with all that was written.
  public byte[] toBytes() {
    return out.toByteArray();
  }
}
