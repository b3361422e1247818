package dev.holdfast.archive.split;

import dev.holdfast.archive.index.KeyTable;
import dev.holdfast.archive.index.RecordFile;
import dev.holdfast.archive.snapshot.Op;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Says of each frame whether the snapshot before has it, and collects the steps that make the new
/// snapshot out of the old one (docs/format.md, section 8).
final class Journal implements AutoCloseable {
  private final @Nullable RecordFile before;
  private @Nullable KeyTable table;
  private final List<Op> ops = new ArrayList<>();
  private long from;
  private long copied;
  private long fresh;

  /// @param before frame ids of the snapshot before; null for a base
  Journal(@Nullable RecordFile before) {
    this.before = before;
  }

  /// Takes the next frame's id.
  ///
  /// @return true if the frame is new
  boolean next(byte[] id) {
    if (before != null && fresh == 0 && before.is(from + copied, id)) {
      copied++;
      return false;
    }
    long found = before == null ? -1 : find(before, id);
    if (found < 0) {
      if (fresh == 0) endCopy();
      fresh++;
      return true;
    }
    end();
    from = found;
    copied = 1;
    return false;
  }

  /// The frame behind those that were replaced is the likeliest.
  private long find(RecordFile records, byte[] id) {
    long expected = from + fresh;
    if (fresh > 0 && records.is(expected, id)) return expected;
    if (records.is(from, id)) return from;
    if (table == null) table = new KeyTable(records, 0, KeyedNames.FRAME_ID_BYTES);
    return table.find(id);
  }

  private void endCopy() {
    if (copied > 0) ops.add(new Op(from, copied));
    from += copied;
    copied = 0;
  }

  private void end() {
    endCopy();
    if (fresh > 0) ops.add(new Op(Op.NEW, fresh));
    fresh = 0;
  }

  /// How many steps there are so far.
  int steps() {
    return ops.size();
  }

  /// All steps; no frame may follow.
  List<Op> finish() {
    end();
    return List.copyOf(ops);
  }

  @Override
  public void close() {
    if (table != null) table.close();
  }
}
