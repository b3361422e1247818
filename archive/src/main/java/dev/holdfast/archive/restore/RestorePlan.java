package dev.holdfast.archive.restore;

import dev.holdfast.archive.store.StoredManifest;
import java.util.List;

/// What a restore is going to read, known without any key: shown before anything is asked or
/// written.
///
/// @param snapshot the one to restore
/// @param lineage from its base to itself
/// @param bytes sealed bytes to read at most
public record RestorePlan(StoredManifest snapshot, List<StoredManifest> lineage, long bytes) {
  public RestorePlan { lineage = List.copyOf(lineage); }
}
