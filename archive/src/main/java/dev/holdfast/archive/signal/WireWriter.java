package dev.holdfast.archive.signal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/// Builds one protobuf message field by field. Nothing is left out: a zero is written when
/// asked for.
public final class WireWriter {
  private byte[] bytes = new byte[64];
  private int count;

  public WireWriter varint(int number, long value) {
    put((long) number << 3);
    put(value);
    return this;
  }

  public WireWriter bytes(int number, byte[] value) {
    put(((long) number << 3) | WireReader.BYTES);
    put(value.length);
    append(value, 0, value.length);
    return this;
  }

  public WireWriter text(int number, String value) {
    return bytes(number, value.getBytes(UTF_8));
  }

  public WireWriter message(int number, WireWriter message) {
    put(((long) number << 3) | WireReader.BYTES);
    put(message.count);
    append(message.bytes, 0, message.count);
    return this;
  }

  public WireWriter fixed32(int number, int value) {
    put(((long) number << 3) | WireReader.FIXED32);
    append(new byte[]{(byte) value, (byte) (value >>> 8), (byte) (value >>> 16),
        (byte) (value >>> 24)}, 0, 4);
    return this;
  }

  /// A packed list of numbers; an empty list writes nothing.
  public WireWriter packed(int number, long... values) {
    if (values.length == 0) return this;
    var list = new WireWriter();
    for (long value : values)
      list.put(value);
    return message(number, list);
  }

  /// The message so far, copied.
  public byte[] toBytes() {
    return Arrays.copyOf(bytes, count);
  }

  /// Empties the writer for the next message.
  void clear() {
    count = 0;
  }

  int count() {
    return count;
  }

  void append(byte[] source, int from, int length) {
    reserve(length);
    System.arraycopy(source, from, bytes, count, length);
    count += length;
  }

  /// Appends a bare number.
  void put(long value) {
    reserve(10);
    count = Varint.put(bytes, count, value);
  }

  /// Leaves `width` bytes for a length that is known later, see `settle`.
  int leave(int width) {
    reserve(width);
    count += width;
    return count;
  }

  /// Writes the length of what follows `start` into the gap of `width` bytes before it, moving it
  /// if the length needs another width.
  void settle(int start, int width) {
    int length = count - start;
    int needed = Varint.size(length);
    if (needed != width) {
      reserve(Math.max(0, needed - width));
      System.arraycopy(bytes, start, bytes, start - width + needed, length);
      count += needed - width;
    }
    Varint.put(bytes, start - width, length);
  }

  private void reserve(int more) {
    if (bytes.length - count < more)
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, count + more));
  }
}
