package dev.holdfast.archive.snapshot;

import java.util.ArrayList;
import java.util.List;

/// Reads one piece that [RowWriter] wrote.
public final class RowReader {
  private final ByteReader in;
  private BlobRow before = BlobRow.NONE;

  public RowReader(byte[] piece, String item) {
    in = new ByteReader(piece, item);
  }

  /// True while there are more rows.
  public boolean more() {
    return in.remaining() > 0;
  }

  /// The next media file.
  ///
  /// @param firstBlob the number that its first blob is going to have
  public MediaRow media(long firstBlob) {
    return MediaRow.read(in, firstBlob);
  }

  /// The next `count` blobs.
  public List<BlobRow> blobs(int count) {
    if (count > in.remaining()) throw in.damaged();
    var blobs = new ArrayList<BlobRow>();
    for (int left = count; left > 0; left--)
      blobs.add(blob());
    return blobs;
  }

  /// The next chunk.
  public BlobRow blob() {
    before = BlobRow.read(in, before);
    return before;
  }
}
