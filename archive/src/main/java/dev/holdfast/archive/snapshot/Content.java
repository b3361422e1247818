package dev.holdfast.archive.snapshot;

import dev.holdfast.kernel.Sha256;
import java.util.List;

/// What a snapshot is made of, beside the blobs it adds.
public sealed interface Content {
  /// A Signal backup (docs/format.md, section 8).
  ///
  /// @param backupInfo the first frame, as exported
  /// @param main hash of the exported file `main`, kept as evidence
  /// @param frames frames behind BackupInfo
  /// @param frameBytes their bytes, without lengths
  /// @param framesHash over them, each behind its length as LEB128, with the ids as exported
  /// @param ops how the parent's and the new frames make up the snapshot
  /// @param segments the new frames
  /// @param ids the map of ids, as [IdRuns] writes it
  /// @param removedMedia numbers of the parent's media that this snapshot does not name
  @SuppressWarnings("ArrayRecordComponent") // read by one owner, compared never
  record Signal(byte[] backupInfo, Sha256 main, long frames, long frameBytes, Sha256 framesHash,
      List<Op> ops, List<SegmentRow> segments, byte[] ids, List<Long> removedMedia,
      MediaCount count) implements Content {
    public Signal {
      ops = List.copyOf(ops);
      segments = List.copyOf(segments);
      removedMedia = List.copyOf(removedMedia);
    }
  }

  /// How many media a snapshot names.
  ///
  /// @param all absent ones included
  /// @param absent named but not there
  record MediaCount(long all, long absent) {}

  /// Any file or folder (docs/format.md, section 9).
  ///
  /// @param tree numbers of the blobs that hold the listing, in order
  /// @param files regular files
  /// @param fileBytes their sizes together
  /// @param skipped what could not be stored
  record Opaque(List<Long> tree, long files, long fileBytes, long skipped) implements Content {
    public Opaque { tree = List.copyOf(tree); }
  }
}
