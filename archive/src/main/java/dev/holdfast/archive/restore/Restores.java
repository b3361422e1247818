package dev.holdfast.archive.restore;

import dev.holdfast.archive.snapshot.Progress;
import dev.holdfast.archive.store.Chain;
import dev.holdfast.archive.store.ObjectStore;
import dev.holdfast.archive.store.StoredManifest;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;

/// Gets snapshots back: plan (no key), open (keys), write.
@SuppressWarnings("DoNotCallSuggester") // until the next commit
public final class Restores {
  private final ObjectStore store;
  private final Clock clock;
  private final SecureRandom random;

  public Restores(ObjectStore store, Clock clock, SecureRandom random) {
    this.store = store;
    this.clock = clock;
    this.random = random;
  }

  /// What restoring takes; the lineage back to the base is checked.
  ///
  /// @param snapshot from `chain`
  /// @throws dev.holdfast.archive.ArchiveException if the lineage is broken or its objects were
  ///           let go
  public RestorePlan plan(Chain chain, StoredManifest snapshot) {
    throw new UnsupportedOperationException("comes with the next commit");
  }

  /// Reads and checks the sealed parts of the lineage.
  ///
  /// @throws dev.holdfast.archive.ArchiveException of kind DAMAGED if a part is damaged or sealed
  ///           for somebody else
  public OpenSnapshot open(RestorePlan plan, Keyring keys, Progress progress) throws IOException {
    throw new UnsupportedOperationException(
        "comes with the next commit" + store + clock + random);
  }
}
