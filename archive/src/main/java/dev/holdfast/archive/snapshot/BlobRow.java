package dev.holdfast.archive.snapshot;

import dev.holdfast.kernel.Sha256;
import java.nio.ByteBuffer;

/// Where one blob lies and what it must be once unpacked (docs/format.md, section 6).
///
/// @param object number of its object in the lineage's list
/// @param offset its first byte, from where the object's blobs begin
/// @param stored bytes as stored
/// @param length bytes unpacked
/// @param sha256 of the bytes unpacked
public record BlobRow(int object, int offset, int stored, Codec codec, int length, Sha256 sha256) {
  /// Bytes of the form kept in record files.
  public static final int WIDTH = 4 * 4 + 1 + 32;
  /// Where in that form the hash begins.
  public static final int HASH_AT = 17;

  /// The form kept in record files.
  public byte[] toRecord() {
    return ByteBuffer.allocate(WIDTH)
        .putInt(object)
        .putInt(offset)
        .putInt(stored)
        .putInt(length)
        .put((byte) codec.number())
        .put(sha256.raw())
        .array();
  }

  /// Reads what [#toRecord] gave.
  public static BlobRow ofRecord(byte[] record) {
    var in = ByteBuffer.wrap(record);
    int object = in.getInt();
    int offset = in.getInt();
    int stored = in.getInt();
    int length = in.getInt();
    var codec = Codec.ofNumber(in.get());
    var hash = new byte[Sha256.BYTES];
    in.get(hash);
    return new BlobRow(object, offset, stored, codec, length, Sha256.of(hash));
  }

  /// The same blob in another object list.
  public BlobRow in(int otherObject) {
    return new BlobRow(otherObject, offset, stored, codec, length, sha256);
  }

  /// Appends this row behind `before`, in the short form of the inner part.
  void write(ByteWriter out, BlobRow before) {
    boolean same = object == before.object;
    out.signed((long) object - before.object)
        .signed(same ? (long) offset - before.offset - before.stored : offset)
        .number(codec.number())
        .number(stored);
    if (codec != Codec.STORED) out.number(length);
    out.fixed(sha256.raw());
  }

  /// Reads what [#write] appended.
  static BlobRow read(ByteReader in, BlobRow before) {
    long object = before.object + in.signed();
    long offset = in.signed()
        + (object == before.object ? (long) before.offset + before.stored : 0);
    var codec = Codec.of(in.small(), in);
    int stored = in.small();
    int length = codec == Codec.STORED ? stored : in.small();
    boolean possible = object >= 0 && object <= Integer.MAX_VALUE && offset >= 0
        && offset + stored <= LIMIT && length <= LIMIT;
    if (!possible) throw in.damaged();
    return new BlobRow((int) object, (int) offset, stored, codec, length,
        Sha256.of(in.fixed(Sha256.BYTES)));
  }

  /// What stands before the first row.
  static final BlobRow NONE = new BlobRow(0, 0, 0, Codec.STORED, 0, Sha256.NONE);

  /// No blob is longer, packed or not: the size limit of objects, and a frame of 64 MiB in
  /// a segment.
  private static final int LIMIT = 96 << 20;
}
