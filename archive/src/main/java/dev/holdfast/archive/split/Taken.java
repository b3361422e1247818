package dev.holdfast.archive.split;

import dev.holdfast.archive.index.LineageState;
import dev.holdfast.archive.snapshot.Content;
import java.time.Instant;
import java.util.List;

/// What a session came to: everything is stored but the manifest.
///
/// @param state what the lineage is now, but for the snapshot's id and its inner object
/// @param counts for the summary
record Taken(Content content, LineageState state, Instant takenAt, Counts counts) {
  /// See [BackupSummary].
  record Counts(long frames, long newFrames, long media, long newMedia, long mediaAbsent,
      List<String> mediaDamaged, List<String> skipped) {}
}
