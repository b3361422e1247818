package dev.holdfast.archive.restore;

import dev.holdfast.archive.ArchiveException;
import dev.holdfast.archive.snapshot.ByteReader;
import dev.holdfast.archive.snapshot.TreeEntry;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The entries of a listing, out of its chunks, few of them in memory at a time.
final class TreeStream {
  private static final String ITEM = "a listing";

  private final OpenLineage lineage;
  private final Tables tables;
  private final Deque<Long> blobs;
  private byte[] bytes = {};
  private int from;

  TreeStream(OpenLineage lineage, Tables tables, List<Long> blobs) {
    this.lineage = lineage;
    this.tables = tables;
    this.blobs = new ArrayDeque<>(blobs);
  }

  /// The next entry; null at the end. An entry may go on in the next chunk.
  @Nullable
  TreeEntry next() throws IOException {
    while (true) {
      if (from == bytes.length && !more()) return null;
      var in = new ByteReader(bytes, from, bytes.length, ITEM);
      try {
        var entry = TreeEntry.read(in);
        from = in.position();
        return entry;
      } catch (ArchiveException e) {
        if (!more()) throw e;
      }
    }
  }

  private boolean more() throws IOException {
    if (blobs.isEmpty()) return false;
    var chunk = lineage.blob(tables.blob(blobs.remove()));
    int rest = bytes.length - from;
    var joined = Arrays.copyOfRange(bytes, from, bytes.length + chunk.length);
    System.arraycopy(chunk, 0, joined, rest, chunk.length);
    bytes = joined;
    from = 0;
    return true;
  }
}
