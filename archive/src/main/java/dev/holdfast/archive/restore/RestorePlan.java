package dev.holdfast.archive.restore;

import dev.holdfast.archive.store.Chain;
import dev.holdfast.archive.store.StoredManifest;
import java.util.List;

/// What a restore is going to read, known without any key: shown before anything is asked or
/// written.
///
/// @param chain the vault's checked chain
/// @param snapshot the one to restore
/// @param lineage from its base to itself
/// @param bytes sealed bytes that belong to this lineage, about what is read
public record RestorePlan(Chain chain, StoredManifest snapshot, List<StoredManifest> lineage,
    long bytes) {
  public RestorePlan { lineage = List.copyOf(lineage); }
}
