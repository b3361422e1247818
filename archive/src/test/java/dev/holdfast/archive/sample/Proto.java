package dev.holdfast.archive.sample;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/// Writes protobuf fields.
public final class Proto {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  public Proto number(int field, long value) {
    if (value == 0) return this;
    varint(field * 8L);
    varint(value);
    return this;
  }

  public Proto bytes(int field, byte[] value) {
    varint(field * 8L + 2);
    varint(value.length);
    out.writeBytes(value);
    return this;
  }

  public Proto text(int field, String value) {
    return bytes(field, value.getBytes(StandardCharsets.UTF_8));
  }

  public Proto message(int field, Proto value) {
    return bytes(field, value.toBytes());
  }

  private void varint(long value) {
    long rest = value;
    for (; (rest & ~0x7fL) != 0; rest >>>= 7)
      out.write((int) rest & 0x7f | 0x80);
    out.write((int) rest);
  }

  public byte[] toBytes() {
    return out.toByteArray();
  }
}
