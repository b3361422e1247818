package dev.holdfast.archive.split;

import dev.holdfast.archive.snapshot.Mode;
import dev.holdfast.kernel.SnapshotId;
import java.util.List;

/// What one backup stored.
///
/// @param sequence its number in the vault, from 1
/// @param bytesAdded all that the store keeps for it: sealed objects, outer manifest and signature
/// @param frames frames behind BackupInfo; 0 in opaque mode
/// @param newFrames those that the snapshot before did not have
/// @param media media files named by the Signal backup, or regular files in opaque mode
/// @param newMedia those stored now; in opaque mode files with new content
/// @param mediaAbsent named but neither in the folder nor in the vault; carried as absent
/// @param mediaDamaged names of media that are there but damaged: stored aside, not as what they
///          claim
/// @param skipped opaque mode: special files and what could not be read, as paths below the source
///          with the reason; at most a thousand of them
public record BackupSummary(SnapshotId snapshot, long sequence, Mode mode, long bytesAdded,
    long frames, long newFrames, long media, long newMedia, long mediaAbsent,
    List<String> mediaDamaged, List<String> skipped) {
  public BackupSummary {
    mediaDamaged = List.copyOf(mediaDamaged);
    skipped = List.copyOf(skipped);
  }
}
