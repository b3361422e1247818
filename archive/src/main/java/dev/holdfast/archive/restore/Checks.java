package dev.holdfast.archive.restore;

import dev.holdfast.archive.ArchiveException;
import dev.holdfast.archive.restore.CheckReport.Problem;
import dev.holdfast.archive.restore.CheckReport.What;
import dev.holdfast.archive.snapshot.Progress;
import dev.holdfast.archive.store.Chain;
import dev.holdfast.archive.store.ObjectStore;
import dev.holdfast.kernel.Sha256;
import dev.holdfast.kernel.SnapshotId;
import dev.holdfast.kernel.manifest.SealedObject;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/// Compares what a store holds with what the manifests say; needs no key.
public final class Checks {
  private final ObjectStore store;
  private final SecureRandom random;

  public Checks(ObjectStore store, SecureRandom random) {
    this.store = store;
    this.random = random;
  }

  /// Asks for every object that a kept snapshot needs, and reads a share of them.
  ///
  /// @param chain checked already, which is the other half of the answer
  /// @param readPercent 0 to 100: how many objects, drawn at random, are read whole and hashed
  public CheckReport check(Chain chain, int readPercent, Progress progress) throws IOException {
    if (readPercent < 0 || readPercent > 100)
      throw new IllegalArgumentException("a share is from 0 to 100 percent");
    var reach = Reach.of(chain);
    long objectsRead = 0;
    long bytesRead = 0;
    long done = 0;
    var problems = new ArrayList<Problem>();
    for (var object : reach.objects()) {
      boolean read = random.nextInt(100) < readPercent;
      look(object, read).ifPresent(
          what -> problems.add(new Problem(object, what, reach.snapshotsThatNeed(object))));
      if (read) {
        objectsRead++;
        bytesRead += object.size();
      }
      progress.at(Progress.Step.CHECKING, ++done, reach.objects().size());
    }
    return new CheckReport(reach.objects().size(), objectsRead, bytesRead, problems,
        restorable(reach, problems));
  }

  private Optional<What> look(SealedObject object, boolean read) throws IOException {
    var there = store.find(object.name());
    if (there.isEmpty()) return Optional.of(What.MISSING);
    if (!there.get().equals(object)) return Optional.of(What.DAMAGED);
    return read ? lookInside(object) : Optional.empty();
  }

  private Optional<What> lookInside(SealedObject object) throws IOException {
    try {
      var bytes = store.read(object.name(), 0,
          (int) Math.min(object.size() + 1, ObjectStore.OBJECT_LIMIT));
      boolean sound = bytes.length == object.size()
          && Sha256.over(bytes).equals(object.sha256());
      return sound ? Optional.empty() : Optional.of(What.DAMAGED);
    } catch (ArchiveException e) {
      return Optional.of(What.MISSING);
    }
  }

  private static List<SnapshotId> restorable(Reach reach, List<Problem> problems) {
    var touched = new HashSet<SnapshotId>();
    problems.forEach(problem -> touched.addAll(problem.touches()));
    return reach.snapshots().stream().filter(id -> !touched.contains(id)).toList();
  }
}
