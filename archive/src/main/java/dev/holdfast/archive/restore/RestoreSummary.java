package dev.holdfast.archive.restore;

import java.nio.file.Path;
import java.util.List;

/// What was written, read back and found right.
///
/// @param written the folder or file, under its final name
/// @param frames frames behind BackupInfo
/// @param media media files or regular files
/// @param mediaAbsent media that the snapshot carries as absent
/// @param mediaOnlyInCloud media that are in Signal's cloud only: the fresh media key gives them up
/// @param mediaDamaged stored as damaged already; written below `damaged` in the folder
/// @param dropped messages left out because their timer has run out
/// @param unset opaque mode: paths of which some metadata could not be set on this system
public record RestoreSummary(Path written, long frames, long media, long mediaAbsent,
    long mediaOnlyInCloud, List<String> mediaDamaged, long dropped, List<String> unset) {
  public RestoreSummary {
    mediaDamaged = List.copyOf(mediaDamaged);
    unset = List.copyOf(unset);
  }

  /// The same, moved to its final place.
  RestoreSummary at(Path place) {
    return new RestoreSummary(place, frames, media, mediaAbsent, mediaOnlyInCloud, mediaDamaged,
        dropped, unset);
  }
}
