package dev.holdfast.archive.split;

import dev.holdfast.archive.index.LineageFolder;
import dev.holdfast.archive.snapshot.Inner;
import dev.holdfast.archive.snapshot.InnerObject;
import dev.holdfast.archive.snapshot.ObjectEntry;
import dev.holdfast.archive.snapshot.Progress;
import dev.holdfast.archive.store.Chain;
import dev.holdfast.archive.store.ObjectStore;
import dev.holdfast.archive.store.SignedManifest;
import dev.holdfast.kernel.Sha256;
import dev.holdfast.kernel.SnapshotId;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/// The steps that every snapshot takes, whatever its source: go on with the lineage or begin anew,
/// let the job fill packs, seal the inner part, publish, remember.
final class Snapshotting {
  /// So many snapshots continue a base before a new one is made.
  private static final int MOST_DELTAS = 30;
  private static final int ATTEMPTS = 3;

  private final ObjectStore store;
  private final BackupKeys keys;
  private final Path index;
  private final Chain chain;
  private final Publisher publisher;
  private final Progress progress;

  Snapshotting(ObjectStore store, BackupKeys keys, Path index, Chain chain, Publisher publisher,
      Progress progress) {
    this.store = store;
    this.keys = keys;
    this.index = index;
    this.chain = chain;
    this.publisher = publisher;
    this.progress = progress.oneAtATime();
  }

  BackupSummary take(Job job, String label) throws IOException {
    var name = new KeyedNames(keys.idKey()).source(job.source());
    try (var folder = new LineageFolder(index.resolve(name));
        var log = new UploadLog(folder.uploads(keys.epoch()))) {
      var before = folder.state(this::inVault);
      boolean base = before.isEmpty() || before.sinceBase() >= MOST_DELTAS;
      for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
        var uploads = new Uploads(store, keys, log, chain, progress);
        try (var session = new Session(folder, before, base, uploads, progress)) {
          var summary = take(job, label, session, uploads);
          log.clear();
          if (summary.isPresent()) return summary.get();
        } catch (BaseNeededException e) {
          base = true;
        }
      }
      throw new IOException("the store keeps losing what was sent: run check, then try again");
    }
  }

  private boolean inVault(Sha256 id) {
    return !id.equals(Sha256.NONE)
        && chain.find(new SnapshotId(id.hex())).filter(found -> found.kept()).isPresent();
  }

  private Optional<BackupSummary> take(Job job, String label, Session session, Uploads uploads)
      throws IOException {
    var taken = job.take(session);
    var appended = session.objects().appended();
    var object = InnerObject.of(new Inner(keys.idKey(), label, taken.takenAt(), appended,
        session.rows(), session.rowBlobs(), taken.content()), session.embedded());
    var inner = uploads.inner(object.plaintext());
    var all = new ArrayList<>(session.objects().all());
    all.add(new ObjectEntry(inner.name(), object.blobsAt()));
    var draft = new Publisher.Draft(session.parent(), inner, session.objects().sent(),
        gone(session, all));
    var published = publisher.publish(draft,
        manifest -> session.folder().prepare(taken.state().published(id(manifest), all)));
    if (published.isEmpty()) return Optional.empty();
    session.folder().commit();
    return published.map(manifest -> summary(job, manifest, taken.counts(), uploads.bytes()));
  }

  private static Sha256 id(SignedManifest manifest) {
    return new Sha256(manifest.id().hex());
  }

  /// A base leaves behind what it does not name.
  private static List<ObjectEntry> gone(Session session, List<ObjectEntry> all) {
    if (!session.base()) return List.of();
    var needed = new HashSet<>();
    all.forEach(entry -> needed.add(entry.name()));
    return session.before()
        .objects()
        .stream()
        .filter(one -> !needed.contains(one.name()))
        .toList();
  }

  private static BackupSummary summary(Job job, SignedManifest manifest, Taken.Counts counts,
      long stored) {
    return new BackupSummary(manifest.id(), manifest.outer().sequence(), job.mode(),
        stored + manifest.bytes(), counts.frames(), counts.newFrames(), counts.media(),
        counts.newMedia(), counts.mediaAbsent(), counts.mediaDamaged(), counts.skipped());
  }
}
