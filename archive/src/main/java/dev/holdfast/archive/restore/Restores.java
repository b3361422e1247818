package dev.holdfast.archive.restore;

import dev.holdfast.archive.ArchiveException;
import dev.holdfast.archive.ArchiveException.Kind;
import dev.holdfast.archive.snapshot.Progress;
import dev.holdfast.archive.store.Chain;
import dev.holdfast.archive.store.ObjectStore;
import dev.holdfast.archive.store.StoredManifest;
import dev.holdfast.kernel.Sha256;
import dev.holdfast.kernel.SnapshotId;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/// Gets snapshots back: plan (no key), open (keys), write.
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
  /// @throws ArchiveException if the lineage is broken or its objects were let go
  public RestorePlan plan(Chain chain, StoredManifest snapshot) {
    if (!snapshot.kept())
      throw new ArchiveException(Kind.ABSENT,
          "the store has let go of what snapshot " + number(snapshot) + " needs",
          "use a later snapshot");
    var lineage = new ArrayList<StoredManifest>();
    for (var at = snapshot; at != null; at = parent(chain, at))
      lineage.addFirst(at);
    long bytes = lineage.stream().mapToLong(one -> Chain.bytes(one.manifest())).sum();
    return new RestorePlan(chain, snapshot, List.copyOf(lineage), bytes);
  }

  /// The snapshot that this one continues; null for a base. Numbers fall, so that this ends.
  private static @org.jspecify.annotations.Nullable StoredManifest parent(Chain chain,
      StoredManifest child) {
    var outer = child.manifest().outer();
    if (outer.parent().equals(Sha256.NONE)) return null;
    var parent = chain.find(new SnapshotId(outer.parent().hex()));
    if (parent.isEmpty() || parent.get().manifest().outer().sequence() >= outer.sequence())
      throw new ArchiveException(Kind.DAMAGED,
          "snapshot " + number(child) + " continues one that is not before it",
          "use an earlier snapshot");
    return parent.get();
  }

  private static long number(StoredManifest stored) {
    return stored.manifest().outer().sequence();
  }

  /// Reads and checks the sealed parts of the lineage.
  ///
  /// @throws ArchiveException of kind DAMAGED if a part is damaged or sealed for somebody else
  public OpenSnapshot open(RestorePlan plan, Keyring keys, Progress progress) throws IOException {
    var objects = new Objects(store, plan.chain(), keys, progress, plan.bytes());
    var lineage = new OpenLineage(objects);
    for (var stored : plan.lineage())
      lineage.add(stored);
    lineage.checkOneKind();
    return new OpenedSnapshot(lineage, clock, random);
  }
}
