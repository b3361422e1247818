package dev.holdfast.archive.signal;

import java.io.IOException;
import java.io.InputStream;

/// Protobuf's variable-length numbers, outside of messages too.
final class Varint {
  private Varint() {}

  /// How many bytes the shortest form of `value` has, 1 to 10; a negative value is taken
  /// as unsigned.
  static int size(long value) {
    return Math.max(1, (70 - Long.numberOfLeadingZeros(value)) / 7);
  }

  /// Writes the shortest form and gives the index behind it.
  static int put(byte[] target, int at, long value) {
    int index = at;
    long rest = value;
    while ((rest & ~0x7FL) != 0) {
      target[index++] = (byte) (rest | 0x80);
      rest >>>= 7;
    }
    target[index++] = (byte) rest;
    return index;
  }

  static byte[] of(long value) {
    var bytes = new byte[size(value)];
    put(bytes, 0, value);
    return bytes;
  }

  /// Reads a 32-bit number, or -1 when the stream ends before it.
  ///
  /// @param item named in the error when it is cut or too long
  static long read(InputStream in, String item) throws IOException {
    long value = 0;
    for (int shift = 0; shift < 35; shift += 7) {
      int next = in.read();
      if (next < 0 && shift == 0) return -1;
      if (next < 0) throw Damage.of(item, "ends inside a length");
      value |= (long) (next & 0x7F) << shift;
      if (next < 0x80) return value;
    }
    throw Damage.of(item, "has a length of more than 32 bits");
  }
}
