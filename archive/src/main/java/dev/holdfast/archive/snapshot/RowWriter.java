package dev.holdfast.archive.snapshot;

import java.io.IOException;
import java.util.List;

/// Writes new rows of the tables, in pieces so that a large base needs no memory: all but the last
/// piece become blobs (docs/format.md, section 7).
public final class RowWriter {
  private static final int PIECE = 4 << 20;

  /// Takes a full piece.
  @FunctionalInterface
  public interface Pieces {
    /// @param piece the receiver's from now on
    void take(byte[] piece) throws IOException;
  }

  private final Pieces pieces;
  private final ByteWriter out = new ByteWriter();
  private BlobRow before = BlobRow.NONE;

  public RowWriter(Pieces pieces) {
    this.pieces = pieces;
  }

  /// A media file and its blobs.
  public void add(MediaRow media, List<BlobRow> blobs) throws IOException {
    media.write(out);
    for (var blob : blobs)
      put(blob);
    endPiece();
  }

  /// A chunk.
  public void add(BlobRow blob) throws IOException {
    put(blob);
    endPiece();
  }

  private void put(BlobRow blob) {
    blob.write(out, before);
    before = blob;
  }

  private void endPiece() throws IOException {
    if (out.size() < PIECE) return;
    pieces.take(out.toBytes());
    out.clear();
    before = BlobRow.NONE;
  }

  /// The last piece, possibly empty.
  public byte[] last() {
    return out.toBytes();
  }
}
