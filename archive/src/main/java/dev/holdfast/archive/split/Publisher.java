package dev.holdfast.archive.split;

import dev.holdfast.archive.snapshot.ObjectEntry;
import dev.holdfast.archive.store.Chain;
import dev.holdfast.archive.store.ObjectStore;
import dev.holdfast.archive.store.Publication;
import dev.holdfast.archive.store.Seen;
import dev.holdfast.archive.store.SignedManifest;
import dev.holdfast.kernel.DeviceId;
import dev.holdfast.kernel.ObjectName;
import dev.holdfast.kernel.Sha256;
import dev.holdfast.kernel.manifest.OuterManifest;
import dev.holdfast.kernel.manifest.SealedObject;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Signs the outer part and offers it as the next of the vault, again if another device was faster.
final class Publisher {
  private static final int ATTEMPTS = 20;

  private final ObjectStore store;
  private final BackupKeys keys;
  private final Clock clock;
  private Chain chain;
  private @Nullable Seen published;

  Publisher(ObjectStore store, BackupKeys keys, Clock clock, Chain chain) {
    this.store = store;
    this.keys = keys;
    this.clock = clock;
    this.chain = chain;
  }

  /// Hears each id before the manifest is offered under it.
  @FunctionalInterface
  interface Offering {
    void about(SignedManifest manifest) throws IOException;
  }

  /// What is to be published.
  ///
  /// @param gone objects of this lineage that it needs no longer
  record Draft(Sha256 parent, SealedObject inner, List<SealedObject> added,
      List<ObjectEntry> gone) {
    Draft {
      added = List.copyOf(added);
      gone = List.copyOf(gone);
    }
  }

  /// The published manifest; empty if the store has lost an object that it had.
  Optional<SignedManifest> publish(Draft draft, Offering offering) throws IOException {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      var manifest = SignedManifest.sign(outer(draft), keys.signingKey());
      offering.about(manifest);
      switch (store.publish(manifest)) {
        case Publication.Stored stored -> {
          published = new Seen(manifest.outer().sequence(), manifest.id());
          return Optional.of(manifest);
        }
        case Publication.ObjectMissing missing -> {
          return Optional.empty();
        }
        case Publication.Behind behind -> chain = Chain.read(store, keys.vault(), keys.signers(),
            chain.seen());
      }
    }
    throw new IOException("other devices publish faster than this one: nothing is lost, try again");
  }

  /// The newest snapshot of the vault that is known now.
  Optional<Seen> seen() {
    return Optional.ofNullable(published).or(chain::seen);
  }

  private OuterManifest outer(Draft draft) {
    var newest = chain.seen();
    long sequence = newest.map(Seen::sequence).orElse(0L) + 1;
    var previous = newest.map(seen -> new Sha256(seen.id().hex())).orElse(Sha256.NONE);
    return new OuterManifest(keys.vault(), keys.epoch(), sequence, previous, draft.parent,
        DeviceId.of(keys.signingKey().verifyKey()), now(), draft.inner, draft.added,
        dropped(draft));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  /// Of the objects that are no longer needed here, those that only this lineage ever named.
  private List<ObjectName> dropped(Draft draft) {
    if (draft.gone.isEmpty()) return List.of();
    var gone = new HashSet<ObjectName>();
    draft.gone.forEach(entry -> gone.add(entry.name()));
    draft.added.forEach(object -> gone.remove(object.name()));
    gone.removeAll(namedTwice());
    return gone.stream().sorted().toList();
  }

  private Set<ObjectName> namedTwice() {
    var once = new HashSet<ObjectName>();
    var twice = new HashSet<ObjectName>();
    for (var stored : chain.manifests())
      for (var object : stored.manifest().outer().added())
        if (!once.add(object.name())) twice.add(object.name());
    return twice;
  }
}
