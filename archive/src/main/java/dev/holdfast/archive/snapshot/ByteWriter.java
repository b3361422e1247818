package dev.holdfast.archive.snapshot;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Collects bytes; numbers as LEB128, so that small ones are short (docs/format.md, section 8).
public final class ByteWriter extends OutputStream {
  private byte[] bytes = new byte[256];
  private int count;

  /// A number, not negative.
  public ByteWriter number(long value) {
    if (value < 0) throw new IllegalArgumentException("negative");
    return unsigned(value);
  }

  /// Sixty-four bits without a sign.
  private ByteWriter unsigned(long value) {
    long rest = value;
    for (; (rest & ~0x7fL) != 0; rest >>>= 7)
      write((int) rest | 0x80);
    write((int) rest);
    return this;
  }

  /// A number of either sign: 0, -1, 1, -2, … as 0, 1, 2, 3, …
  public ByteWriter signed(long value) {
    return unsigned(value << 1 ^ value >> 63);
  }

  /// Bytes of a length that the format fixes.
  public ByteWriter fixed(byte[] source) {
    write(source, 0, source.length);
    return this;
  }

  /// Bytes behind their length.
  public ByteWriter bytes(byte[] source) {
    return number(source.length).fixed(source);
  }

  /// UTF-8 text behind its length.
  public ByteWriter text(String text) {
    return bytes(text.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void write(int one) {
    ensure(1);
    bytes[count++] = (byte) one;
  }

  @Override
  public void write(byte[] source, int from, int length) {
    ensure(length);
    System.arraycopy(source, from, bytes, count, length);
    count += length;
  }

  private void ensure(int more) {
    if (bytes.length - count < more)
      bytes = Arrays.copyOf(bytes, Math.max(Math.addExact(count, more), count + (count >> 1)));
  }

  /// How many bytes there are.
  public int size() {
    return count;
  }

  /// A fresh array with all of them.
  public byte[] toBytes() {
    return Arrays.copyOf(bytes, count);
  }

  /// A fresh array of `length` bytes: all of them, then zeros.
  public byte[] toBytes(int length) {
    var copy = new byte[length];
    System.arraycopy(bytes, 0, copy, 0, count);
    return copy;
  }

  /// The buffer itself: the first [#size] bytes count, and only until the next write.
  byte[] buffer() {
    return bytes;
  }

  /// Begins anew.
  public void clear() {
    count = 0;
  }
}
