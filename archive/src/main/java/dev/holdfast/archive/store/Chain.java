package dev.holdfast.archive.store;

import dev.holdfast.archive.ArchiveException;
import dev.holdfast.archive.ArchiveException.Kind;
import dev.holdfast.kernel.Sha256;
import dev.holdfast.kernel.SnapshotId;
import dev.holdfast.kernel.VaultId;
import dev.holdfast.kernel.manifest.OuterManifest;
import dev.holdfast.kernel.manifest.SealedObject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// All manifests of one vault, checked: numbers without a gap from 1, each naming the one before by
/// hash, each signed by an accepted device.
public final class Chain {
  private static final int SHORTEST_NAME = 8;

  private final List<StoredManifest> manifests;
  private final Map<SnapshotId, StoredManifest> byId;

  private Chain(List<StoredManifest> manifests, Map<SnapshotId, StoredManifest> byId) {
    this.manifests = List.copyOf(manifests);
    this.byId = Map.copyOf(byId);
  }

  /// Reads and checks the whole chain.
  ///
  /// @param seen the newest snapshot that was ever seen on this machine, which must be in it
  /// @throws ArchiveException of kind DAMAGED for a forged, cut or older chain
  public static Chain read(ObjectStore store, VaultId vault, Signers signers, Optional<Seen> seen)
      throws IOException {
    var manifests = new ArrayList<StoredManifest>();
    var byId = new HashMap<SnapshotId, StoredManifest>();
    var previous = Sha256.NONE;
    for (var stored : store.manifests(0)) {
      var outer = stored.manifest().outer();
      long sequence = manifests.size() + 1L;
      if (!outer.vault().equals(vault)) throw forged(sequence, "belongs to another vault");
      if (outer.sequence() != sequence || !outer.previous().equals(previous))
        throw forged(sequence, "does not follow the one before");
      if (!signed(stored.manifest(), signers))
        throw forged(sequence, "is not signed by a device of this vault");
      var id = stored.manifest().id();
      manifests.add(stored);
      byId.put(id, stored);
      previous = new Sha256(id.hex());
    }
    var chain = new Chain(manifests, byId);
    seen.ifPresent(chain::expect);
    return chain;
  }

  private static boolean signed(SignedManifest manifest, Signers signers) {
    return signers.keyFor(manifest.outer()).filter(manifest::signedBy).isPresent();
  }

  private void expect(Seen seen) {
    var there = byId.get(seen.id());
    if (there == null || there.manifest().outer().sequence() != seen.sequence())
      throw new ArchiveException(Kind.DAMAGED,
          "the store shows a history without snapshot " + seen.sequence()
              + ", which was there before",
          "the store was set back or is deceiving you: ask who runs it, and keep this device's folder");
  }

  private static ArchiveException forged(long sequence, String what) {
    return new ArchiveException(Kind.DAMAGED,
        "snapshot number " + sequence + " of the store " + what,
        "the store is damaged or was tampered with: ask who runs it for an undamaged copy");
  }

  /// By sequence; the newest is last.
  public List<StoredManifest> manifests() {
    return manifests;
  }

  /// What a list of snapshots shows, newest first.
  public List<SnapshotLine> lines() {
    return manifests.reversed().stream().map(Chain::line).toList();
  }

  private static SnapshotLine line(StoredManifest stored) {
    var outer = stored.manifest().outer();
    return new SnapshotLine(stored.manifest().id(), outer.sequence(), outer.epoch(), outer.device(),
        outer.createdAt(), stored.receivedAt(), outer.parent().equals(Sha256.NONE),
        bytes(stored.manifest()), stored.kept());
  }

  /// What the store keeps for one snapshot alone: objects, outer part and signature.
  public static long bytes(SignedManifest manifest) {
    OuterManifest outer = manifest.outer();
    return manifest.bytes() + outer.inner().size()
        + outer.added().stream().mapToLong(SealedObject::size).sum();
  }

  /// The newest snapshot; empty for a vault without any.
  public Optional<StoredManifest> newest() {
    return manifests.isEmpty() ? Optional.empty() : Optional.of(manifests.getLast());
  }

  /// What to remember so that an older history is noticed.
  public Optional<Seen> seen() {
    return newest().map(
        newest -> new Seen(newest.manifest().outer().sequence(), newest.manifest().id()));
  }

  /// The snapshot with this id.
  public Optional<StoredManifest> find(SnapshotId id) {
    return Optional.ofNullable(byId.get(id));
  }

  /// The snapshot that somebody names.
  ///
  /// @param typed `latest`, or the first 8 to 64 hex digits of an id
  /// @throws ArchiveException of kind ABSENT if there is none, or more than one
  public StoredManifest named(String typed) {
    if (typed.equals("latest"))
      return newest().orElseThrow(() -> absent("this vault holds no snapshot yet"));
    var matching = manifests.stream()
        .filter(one -> typed.length() >= SHORTEST_NAME
            && one.manifest().id().hex().startsWith(typed))
        .toList();
    if (matching.size() == 1) return matching.getFirst();
    throw absent(matching.isEmpty()
        ? "no snapshot has this id"
        : "more than one snapshot has an id that begins like this");
  }

  private static ArchiveException absent(String sentence) {
    return new ArchiveException(Kind.ABSENT, sentence,
        "list the snapshots and give at least the first 8 digits of an id, or latest");
  }
}
