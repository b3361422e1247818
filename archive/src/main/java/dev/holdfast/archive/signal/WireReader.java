package dev.holdfast.archive.signal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/// Walks the fields of one protobuf message in an array, without copying and without a schema.
///
/// Use: `while (fields.next()) switch (fields.number()) { … }`. Truncated fields, absurd lengths,
/// groups and tags of no known wire type end the walk with an `ArchiveException`; nothing else does.
public final class WireReader {
  /// Wire types of protobuf: 0, 1, 2 and 5. The group types 3 and 4 are refused.
  public static final int VARINT = 0;
  public static final int FIXED64 = 1;
  public static final int BYTES = 2;
  public static final int FIXED32 = 5;

  private final byte[] bytes;
  private final int limit;
  private int at;
  private int tag;
  private int number;
  private int type;
  private int prefix;
  private int start;
  private long value;
  private boolean shortest;

  /// @param message read in place: it must not change meanwhile
  public WireReader(byte[] message) {
    this(message, 0, message.length);
  }

  /// Reads the message in `[from, to)` of an array.
  public WireReader(byte[] array, int from, int to) {
    bytes = array;
    at = from;
    limit = to;
  }

  /// Moves to the next field; false at the end of the message.
  public boolean next() {
    if (at == limit) return false;
    tag = at;
    long numberAndType = varintHere();
    number = (int) (numberAndType >>> 3);
    if (number == 0 || numberAndType < 0 || numberAndType > 0xFFFF_FFFFL)
      throw Damage.wire("has a field without a valid number");
    type = (int) (numberAndType & 7);
    prefix = at;
    switch (type) {
      case VARINT -> {
        start = at;
        value = varintHere();
      }
      case BYTES -> takeBytes();
      case FIXED64 -> take(8);
      case FIXED32 -> take(4);
      default -> throw Damage.wire("has a field of an unknown wire type");
    }
    return true;
  }

  private void takeBytes() {
    long length = varintHere();
    if (length < 0 || length > limit - at) throw Damage.wire("has a field longer than itself");
    take((int) length);
  }

  private void take(int length) {
    if (length > limit - at) throw Damage.wire("ends inside a field");
    start = at;
    at += length;
  }

  private long varintHere() {
    long result = 0;
    int from = at;
    for (int shift = 0; shift < 70; shift += 7) {
      if (at == limit) throw Damage.wire("ends inside a number");
      byte next = bytes[at++];
      if (shift == 63 && next != 1 && next != 0)
        throw Damage.wire("has a number of more than 64 bits");
      result |= (long) (next & 0x7F) << shift;
      if (next >= 0) {
        shortest = next != 0 || at - from == 1;
        return result;
      }
    }
    throw Damage.wire("has a number of more than 64 bits");
  }

  /// The number of the current field.
  public int number() {
    return number;
  }

  /// The wire type of the current field.
  public int type() {
    return type;
  }

  public boolean isVarint() {
    return type == VARINT;
  }

  public boolean isBytes() {
    return type == BYTES;
  }

  /// The value of a varint field, all 64 bits.
  public long varint() {
    if (type != VARINT) throw Damage.wire("has another type of field where a number was expected");
    return value;
  }

  /// A copy of the value of a length-delimited field.
  public byte[] bytes() {
    requireBytes();
    return Arrays.copyOfRange(bytes, start, at);
  }

  /// The value of a length-delimited field as UTF-8; malformed parts become U+FFFD.
  public String text() {
    requireBytes();
    return new String(bytes, start, at - start, UTF_8);
  }

  /// The message inside a length-delimited field.
  public WireReader message() {
    requireBytes();
    return new WireReader(bytes, start, at);
  }

  /// The little-endian value of a fixed32 or fixed64 field.
  public long fixed() {
    if (type != FIXED32 && type != FIXED64)
      throw Damage.wire("has another type of field where fixed bytes were expected");
    long result = 0;
    for (int i = at - 1; i >= start; i--) {
      result = (result << 8) | (bytes[i] & 0xFF);
    }
    return result;
  }

  private void requireBytes() {
    if (type != BYTES) throw Damage.wire("has another type of field where bytes were expected");
  }

  /// Appends the whole current field, tag included, to another message.
  void copyTo(WireWriter target) {
    target.append(bytes, tag, at - tag);
  }

  /// Index behind the tag: where the length of a length-delimited field starts.
  int prefix() {
    return prefix;
  }

  /// Index of the first byte of the value (of the payload in a length-delimited field).
  int start() {
    return start;
  }

  /// Index behind the value, where the next tag starts.
  int end() {
    return at;
  }

  /// Whether the last number read (value, length) had no needless bytes.
  boolean shortest() {
    return shortest;
  }

  /// Reads a bare number of a packed list at the current place; false at the end.
  boolean nextPacked() {
    if (at == limit) return false;
    start = at;
    value = varintHere();
    type = VARINT;
    return true;
  }
}
