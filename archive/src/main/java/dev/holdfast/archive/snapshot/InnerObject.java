package dev.holdfast.archive.snapshot;

import dev.holdfast.kernel.Padme;
import java.nio.ByteBuffer;

/// The plaintext of an inner object: two lengths, the packed inner part, the blobs that ride along,
/// zeros (docs/format.md, section 7).
///
/// @param plaintext padded
/// @param blobsAt where the blobs begin
@SuppressWarnings("ArrayRecordComponent") // handed on, compared never
public record InnerObject(byte[] plaintext, int blobsAt) {
  private static final int HEAD = 8;
  private static final int LIMIT = 64 << 20;
  private static final int LEVEL = 19;

  /// Puts one together.
  ///
  /// @param blobs one behind the other, from number 0 of their offsets on
  public static InnerObject of(Inner inner, byte[] blobs) {
    var bytes = inner.encode();
    var packed = Codec.pack(bytes, bytes.length, bytes.length > 1 << 20 ? 3 : LEVEL);
    int blobsAt = HEAD + packed.bytes().length;
    int length = Math.addExact(blobsAt, blobs.length);
    var plaintext = ByteBuffer.allocate((int) Padme.padded(length))
        .putInt(bytes.length)
        .putInt(packed.bytes().length)
        .put(packed.bytes())
        .put(blobs)
        .array();
    return new InnerObject(plaintext, blobsAt);
  }

  /// Reads the inner part.
  ///
  /// @throws dev.holdfast.archive.ArchiveException of kind DAMAGED if that is impossible
  public static Opened open(byte[] plaintext, String item) {
    var in = new ByteReader(plaintext, item);
    var head = ByteBuffer.wrap(in.fixed(HEAD));
    int length = head.getInt();
    int packed = head.getInt();
    if (length < 0 || length > LIMIT || packed < 0) throw in.damaged();
    var codec = packed == length ? Codec.STORED : Codec.ZSTD;
    var inner = Codec.unpack(codec, in, plaintext, packed, length);
    return new Opened(Inner.decode(inner, item), in.position());
  }

  /// An inner part, and where the blobs behind it begin.
  public record Opened(Inner inner, int blobsAt) {}
}
