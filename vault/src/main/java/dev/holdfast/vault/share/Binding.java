package dev.holdfast.vault.share;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// Names what a sealed value or a signature is for: a label, then the values it is bound to.
public final class Binding {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  private Binding(String label) {
    with(label.getBytes(StandardCharsets.US_ASCII));
  }

  /// @param label ASCII, as docs/protocol.md writes it
  public static Binding of(String label) {
    return new Binding(label);
  }

  /// Appends raw bytes.
  public Binding with(byte[] raw) {
    bytes.write(raw, 0, raw.length);
    return this;
  }

  /// Appends four bytes.
  public Binding with(int number) {
    return with(ByteBuffer.allocate(4).putInt(number).array());
  }

  /// Appends eight bytes.
  public Binding with(long number) {
    return with(ByteBuffer.allocate(8).putLong(number).array());
  }

  /// A fresh array with everything.
  public byte[] bytes() {
    return bytes.toByteArray();
  }
}
