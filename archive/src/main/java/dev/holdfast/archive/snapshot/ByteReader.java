package dev.holdfast.archive.snapshot;

import dev.holdfast.archive.ArchiveException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Reads what [ByteWriter] wrote; anything impossible is an [ArchiveException] of kind DAMAGED.
public final class ByteReader {
  private final byte[] bytes;
  private final int end;
  private final String item;
  private int at;

  /// @param bytes not copied
  /// @param item names what is read in messages
  public ByteReader(byte[] bytes, int from, int end, String item) {
    this.bytes = bytes;
    this.end = end;
    this.item = item;
    at = from;
  }

  /// Reads all of `bytes`.
  public ByteReader(byte[] bytes, String item) {
    this(bytes, 0, bytes.length, item);
  }

  /// A number from 0 to 2^63 - 1.
  public long number() {
    long value = unsigned();
    if (value < 0) throw damaged();
    return value;
  }

  private long unsigned() {
    long value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      if (at == end) throw damaged();
      byte next = bytes[at++];
      value |= (long) (next & 0x7f) << shift;
      if (next >= 0) return value;
    }
    throw damaged();
  }

  /// A number from 0 to 2^31 - 1.
  public int small() {
    long value = number();
    if (value > Integer.MAX_VALUE) throw damaged();
    return (int) value;
  }

  /// A count of items that take at least one byte each.
  public int count() {
    int value = small();
    if (value > remaining()) throw damaged();
    return value;
  }

  /// What [ByteWriter#signed] wrote.
  public long signed() {
    long folded = unsigned();
    return folded >>> 1 ^ -(folded & 1);
  }

  /// A fresh array of `length` bytes.
  public byte[] fixed(int length) {
    int from = skip(length);
    return Arrays.copyOfRange(bytes, from, from + length);
  }

  /// Passes over `length` bytes.
  ///
  /// @return where they begin
  public int skip(int length) {
    if (length < 0 || length > remaining()) throw damaged();
    at += length;
    return at - length;
  }

  /// One byte, 0 to 255.
  public int octet() {
    return bytes[skip(1)] & 0xff;
  }

  /// Bytes behind their length.
  public byte[] bytes() {
    return fixed(small());
  }

  /// UTF-8 text behind its length.
  public String text() {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes())).toString();
    } catch (CharacterCodingException e) {
      throw damaged();
    }
  }

  /// How many bytes are left.
  public int remaining() {
    return end - at;
  }

  /// Where the next byte lies.
  public int position() {
    return at;
  }

  /// @throws ArchiveException if anything is left
  public void end() {
    if (at != end) throw damaged();
  }

  /// What to throw for a value that cannot be.
  public ArchiveException damaged() {
    return new ArchiveException(ArchiveException.Kind.DAMAGED,
        item + " is not what Holdfast writes: it is damaged, or made by a newer version",
        "update Holdfast, or use an earlier snapshot");
  }
}
