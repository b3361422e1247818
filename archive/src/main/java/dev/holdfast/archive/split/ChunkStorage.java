package dev.holdfast.archive.split;

import dev.holdfast.archive.snapshot.BlobRow;
import dev.holdfast.archive.snapshot.Codec;
import dev.holdfast.kernel.Sha256;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// Stores each chunk once.
final class ChunkStorage {
  private static final int LEVEL = 3;

  private final Session session;
  private final ChunkTable table;
  private final @Nullable ChunkTable before;
  private long stored;

  /// @param before the table of the lineage that ends, for a base
  ChunkStorage(Session session, ChunkTable table, @Nullable ChunkTable before) {
    this.session = session;
    this.table = table;
    this.before = before;
  }

  /// A chunk in memory.
  @SuppressWarnings("ArrayRecordComponent") // handed on, compared never
  record Chunk(byte[] bytes, Sha256 hash) {
    static Chunk of(byte[] bytes) {
      return new Chunk(bytes, Sha256.over(bytes));
    }
  }

  /// The chunk's number; it is on its way if it is new.
  ///
  /// @param packs where it goes then
  long number(Chunk chunk, Packs packs) throws IOException {
    long known = table.find(chunk.hash);
    if (known >= 0) return known;
    long old = before == null ? -1 : before.find(chunk.hash);
    if (before != null && old >= 0) return carry(before.row(old));
    long number = table.add(chunk.hash);
    stored++;
    session.pipeline()
        .order(chunk.bytes.length, () -> Packed.of(chunk),
            packed -> packs.add(packed.packed.bytes(), packed.hash,
                (object, offset) -> table.place(number, packed.row(object, offset, chunk))));
    return number;
  }

  private record Packed(Codec.Packed packed, Sha256 hash) {
    static Packed of(Chunk chunk) {
      var packed = Codec.pack(chunk.bytes, chunk.bytes.length, LEVEL);
      boolean same = packed.codec() == Codec.STORED;
      return new Packed(packed, same ? chunk.hash : Sha256.over(packed.bytes()));
    }

    BlobRow row(int object, int offset, Chunk chunk) {
      return new BlobRow(object, offset, packed.bytes().length, packed.codec(),
          chunk.bytes.length, chunk.hash);
    }
  }

  /// The number here of a chunk that an unchanged file had in the lineage before.
  long again(long old) throws IOException {
    if (before == null) return old;
    var row = before.row(old);
    long known = table.find(row.sha256());
    return known >= 0 ? known : carry(row);
  }

  private long carry(BlobRow row) throws IOException {
    var entry = session.before().objects().get(row.object());
    return table.add(row.in(session.objects().carry(row.object(), entry)));
  }

  /// How many chunks were new.
  long stored() {
    return stored;
  }
}
