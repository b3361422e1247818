package dev.holdfast.archive.split;

import dev.holdfast.archive.index.KeyTable;
import dev.holdfast.archive.index.LineageFolder;
import dev.holdfast.archive.index.RecordFile;
import dev.holdfast.archive.snapshot.BlobRow;
import dev.holdfast.archive.snapshot.Codec;
import dev.holdfast.archive.snapshot.RowWriter;
import dev.holdfast.kernel.Sha256;
import java.io.IOException;

/// Chunks as the lineage numbers them, found by their hash, on disk. A chunk gets its number before
/// it is known where it lies.
final class ChunkTable implements AutoCloseable {
  private final RecordFile blobs;
  private final KeyTable byHash;
  private final long firstNew;

  ChunkTable(LineageFolder folder, int generation, long count) throws IOException {
    blobs = new RecordFile(folder.blobs(generation), BlobRow.WIDTH, count);
    byHash = new KeyTable(blobs, BlobRow.HASH_AT, Sha256.BYTES);
    firstNew = count;
    if (count == 0) new RecordFile(folder.media(generation), 1, 0).close();
  }

  /// The number of a chunk, or -1.
  long find(Sha256 hash) {
    return byHash.find(hash.raw());
  }

  BlobRow row(long number) {
    return BlobRow.ofRecord(blobs.read(number));
  }

  /// Gives a new chunk its number.
  long add(Sha256 hash) throws IOException {
    return add(new BlobRow(0, 0, 0, Codec.STORED, 0, hash));
  }

  /// Enters a chunk whose place is known.
  long add(BlobRow row) throws IOException {
    long number = blobs.append(row.toRecord());
    byHash.add(number);
    return number;
  }

  /// Says where a chunk lies.
  void place(long number, BlobRow row) {
    blobs.write(number, row.toRecord());
  }

  long count() {
    return blobs.count();
  }

  void writeNew(RowWriter out) throws IOException {
    for (long number = firstNew; number < blobs.count(); number++)
      out.add(row(number));
  }

  long newRowBytes() {
    return (blobs.count() - firstNew) * BlobRow.WIDTH;
  }

  void force() throws IOException {
    blobs.force();
  }

  @Override
  public void close() throws IOException {
    byHash.close();
    blobs.close();
  }
}
