package dev.holdfast.archive.restore;

import dev.holdfast.archive.ArchiveException;
import dev.holdfast.archive.snapshot.Content;
import dev.holdfast.archive.snapshot.Segment;
import dev.holdfast.archive.snapshot.SegmentRow;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/// The frames of a snapshot in order, out of the segments of its lineage, in flat memory.
final class FrameSource {
  private static final long KEPT_BYTES = 48 << 20;

  /// Takes a frame.
  @FunctionalInterface
  interface Sink {
    /// @param raw true if it holds its ids as exported
    void accept(byte[] frame, boolean raw) throws IOException;
  }

  private record Key(int snapshot, int segment) {}

  private final OpenLineage lineage;
  private final FrameLayout layout;
  private final List<List<SegmentRow>> segments = new ArrayList<>();
  private final List<long[]> starts = new ArrayList<>();
  private final LinkedHashMap<Key, Segment> kept = new LinkedHashMap<>();
  private long keptBytes;

  FrameSource(OpenLineage lineage) {
    this.lineage = lineage;
    var made = new FrameLayout(List.of());
    for (int snapshot = 0; snapshot < lineage.inners().size(); snapshot++) {
      var content = (Content.Signal) lineage.inners().get(snapshot).content();
      enter(content.segments());
      made = made.then(snapshot, content.ops());
    }
    layout = made;
  }

  private void enter(List<SegmentRow> rows) {
    var from = new long[rows.size() + 1];
    for (int i = 0; i < rows.size(); i++)
      from[i + 1] = from[i] + rows.get(i).frames();
    segments.add(rows);
    starts.add(from);
  }

  /// Gives every frame to `sink`.
  void each(Sink sink) throws IOException {
    for (var run : layout.runs()) {
      long rest = run.count();
      for (long from = run.from(); rest > 0;) {
        var index = find(run.snapshot(), from);
        var segment = segment(index);
        int frame = (int) (from - starts.get(index.snapshot)[index.segment]);
        long part = Math.min(rest, segment.frames() - frame);
        for (int i = 0; i < part; i++)
          sink.accept(segment.frame(frame + i), segment.raw(frame + i));
        from += part;
        rest -= part;
      }
    }
  }

  private Key find(int snapshot, long frame) {
    var from = starts.get(snapshot);
    if (frame >= from[from.length - 1])
      throw new ArchiveException(ArchiveException.Kind.DAMAGED,
          "a journal names more messages than are stored", "use an earlier snapshot");
    int at = java.util.Arrays.binarySearch(from, frame);
    if (at < 0) at = -at - 2;
    while (from[at + 1] == frame)
      at++;
    return new Key(snapshot, at);
  }

  private Segment segment(Key key) throws IOException {
    var segment = kept.remove(key);
    if (segment == null) {
      segment = unpack(segments.get(key.snapshot).get(key.segment));
      keptBytes += segment.weight();
    }
    kept.put(key, segment);
    while (keptBytes > KEPT_BYTES && kept.size() > 1)
      keptBytes -= kept.pollFirstEntry().getValue().weight();
    return segment;
  }

  private Segment unpack(SegmentRow row) throws IOException {
    return Segment.unpack(lineage.blob(row.blob()), row.frames(), "a segment of messages");
  }
}
