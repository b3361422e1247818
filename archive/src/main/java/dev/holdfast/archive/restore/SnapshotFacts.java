package dev.holdfast.archive.restore;

import dev.holdfast.archive.snapshot.Mode;
import java.time.Instant;

/// What a snapshot says about itself once it is open.
///
/// @param label as given at backup, or empty
/// @param takenAt when the export or the reading of the folder began
/// @param frames frames behind BackupInfo, 0 in opaque mode
/// @param media media files or regular files
/// @param mediaAbsent media that were named but not there
/// @param bytes of what will be written, about
public record SnapshotFacts(Mode mode, String label, Instant takenAt, long frames, long media,
    long mediaAbsent, long bytes) {}
