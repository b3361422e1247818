package dev.holdfast.archive.restore;

import dev.holdfast.archive.ArchiveException;
import dev.holdfast.archive.snapshot.Op;
import java.util.ArrayList;
import java.util.List;

/// Where each frame of a snapshot comes from: runs of frames that one snapshot of the lineage
/// added.
///
/// @param runs in the order of the snapshot's frames
record FrameLayout(List<Run> runs) {
  /// @param snapshot which of the lineage, 0 for the base
  /// @param from number among the frames that it added
  record Run(int snapshot, long from, long count) {}

  FrameLayout { runs = List.copyOf(runs); }

  /// A snapshot that continues this one.
  ///
  /// @param snapshot its place in the lineage
  FrameLayout then(int snapshot, List<Op> ops) {
    var starts = starts();
    var next = new ArrayList<Run>();
    long fresh = 0;
    for (var op : ops) {
      if (op.isNew()) {
        next.add(new Run(snapshot, fresh, op.count()));
        fresh += op.count();
      } else
        copy(op.from(), op.count(), starts, next);
    }
    return new FrameLayout(next);
  }

  private long[] starts() {
    var starts = new long[runs.size() + 1];
    for (int i = 0; i < runs.size(); i++)
      starts[i + 1] = starts[i] + runs.get(i).count;
    return starts;
  }

  private void copy(long from, long count, long[] starts, List<Run> target) {
    if (from + count > starts[runs.size()] || from + count < 0) throw damaged();
    int at = java.util.Arrays.binarySearch(starts, from);
    if (at < 0) at = -at - 2;
    long rest = count;
    for (long position = from; rest > 0; at++) {
      var run = runs.get(at);
      long skip = position - starts[at];
      long part = Math.min(rest, run.count - skip);
      if (part > 0) target.add(new Run(run.snapshot, run.from + skip, part));
      position += part;
      rest -= part;
    }
  }

  private static ArchiveException damaged() {
    return new ArchiveException(ArchiveException.Kind.DAMAGED,
        "a journal copies messages that the snapshot before does not have",
        "use an earlier snapshot");
  }
}
