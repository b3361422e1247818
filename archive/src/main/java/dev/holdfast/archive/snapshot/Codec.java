package dev.holdfast.archive.snapshot;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdCompressCtx;
import com.github.luben.zstd.ZstdDecompressCtx;
import com.github.luben.zstd.ZstdException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/// How bytes are stored: as they are, or as one zstd frame without content size, check value and
/// dictionary id (docs/format.md, section 6).
public enum Codec {
  STORED(0), ZSTD(1),
  /// zstd that begins with [Structure] as its window.
  ZSTD_STRUCTURE(2);

  private static final Codec[] BY_NUMBER = {STORED, ZSTD, ZSTD_STRUCTURE};

  private final int number;

  Codec(int number) {
    this.number = number;
  }

  /// What stands in the format.
  public int number() {
    return number;
  }

  /// The codec that [#number] gave this one for.
  static Codec ofNumber(int number) {
    return BY_NUMBER[number];
  }

  /// The codec with this number, which comes from outside.
  static Codec of(int number, ByteReader in) {
    if (number >= BY_NUMBER.length) throw in.damaged();
    return BY_NUMBER[number];
  }

  /// Bytes as they are stored.
  ///
  /// @param bytes fresh or the caller's own array
  @SuppressWarnings("ArrayRecordComponent") // handed on, compared never
  public record Packed(Codec codec, byte[] bytes) {}

  /// Packs with zstd if that makes it smaller.
  public static Packed pack(byte[] source, int length, int level) {
    return pack(source, length, level, ZSTD);
  }

  /// Packs with zstd and the common structure of Signal's frames, for small groups of them.
  static Packed packStructured(byte[] source, int length, int level) {
    return pack(source, length, level, ZSTD_STRUCTURE);
  }

  private static Packed pack(byte[] source, int length, int level, Codec codec) {
    try (var context = new ZstdCompressCtx()) {
      context.setLevel(level).setContentSize(false).setChecksum(false).setDictID(false);
      if (codec == ZSTD_STRUCTURE) context.loadDict(Structure.bytes());
      var target = new byte[(int) Zstd.compressBound(length)];
      int packed = context.compressByteArray(target, 0, target.length, source, 0, length);
      if (packed < length) return new Packed(codec, Arrays.copyOf(target, packed));
    }
    return new Packed(STORED, source.length == length ? source : Arrays.copyOf(source, length));
  }

  /// Unpacks a blob.
  ///
  /// @param object the plaintext of its object
  /// @param blobsAt where the blobs begin there
  /// @throws dev.holdfast.archive.ArchiveException of kind DAMAGED if that is impossible; the hash
  ///           is the caller's to check
  public static byte[] unpack(BlobRow row, byte[] object, int blobsAt, String item) {
    long from = (long) blobsAt + row.offset();
    var in = new ByteReader(object, (int) Math.min(from, object.length), object.length, item);
    return unpack(row.codec(), in, object, row.stored(), row.length());
  }

  /// A blob's bytes: those in `object` themselves if they are stored as they are, so nobody may
  /// change them; else unpacked as by [#unpack].
  public static ByteBuffer view(BlobRow row, byte[] object, int blobsAt, String item) {
    if (row.codec() != STORED || row.stored() != row.length())
      return ByteBuffer.wrap(unpack(row, object, blobsAt, item));
    long from = (long) blobsAt + row.offset();
    var in = new ByteReader(object, (int) Math.min(from, object.length), object.length, item);
    return ByteBuffer.wrap(object, in.skip(row.stored()), row.stored());
  }

  /// Unpacks exactly `length` bytes.
  ///
  /// @param in where the packed bytes lie; they are passed over
  /// @throws dev.holdfast.archive.ArchiveException of kind DAMAGED if they give anything else
  static byte[] unpack(Codec codec, ByteReader in, byte[] all, int packed, int length) {
    int from = in.skip(packed);
    if (codec == STORED) {
      if (packed != length) throw in.damaged();
      return Arrays.copyOfRange(all, from, from + packed);
    }
    try (var context = new ZstdDecompressCtx()) {
      if (codec == ZSTD_STRUCTURE) context.loadDict(Structure.bytes());
      var target = new byte[length];
      if (context.decompressByteArray(target, 0, length, all, from, packed) == length)
        return target;
    } catch (ZstdException e) {
      throw in.damaged();
    }
    throw in.damaged();
  }
}
