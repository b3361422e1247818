package dev.holdfast.archive.restore;

import dev.holdfast.archive.ArchiveException;
import dev.holdfast.archive.ArchiveException.Kind;
import dev.holdfast.archive.seal.AgeFiles;
import dev.holdfast.archive.snapshot.Progress;
import dev.holdfast.archive.store.Chain;
import dev.holdfast.archive.store.ObjectStore;
import dev.holdfast.kernel.ObjectName;
import dev.holdfast.kernel.Sha256;
import dev.holdfast.kernel.manifest.OuterManifest;
import dev.holdfast.kernel.manifest.SealedObject;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/// Fetches sealed objects that a chain names, checks them against it and opens them. Keeps the last
/// few, and fetches one once when several threads ask.
final class Objects {
  private static final int KEPT = 3;

  private record Named(SealedObject object, int epoch) {}

  private final ObjectStore store;
  private final Keyring keys;
  private final Progress progress;
  private final Map<ObjectName, Named> named = new HashMap<>();
  private final LinkedHashMap<ObjectName, FutureTask<byte[]>> kept = new LinkedHashMap<>();
  private long done;

  Objects(ObjectStore store, Chain chain, Keyring keys, Progress progress) {
    this.store = store;
    this.keys = keys;
    this.progress = progress;
    chain.manifests().forEach(stored -> enter(stored.manifest().outer()));
  }

  private void enter(OuterManifest outer) {
    named.put(outer.inner().name(), new Named(outer.inner(), outer.epoch()));
    outer.added().forEach(object -> named.put(object.name(), new Named(object, outer.epoch())));
  }

  /// The plaintext, shared: nobody may change it.
  ///
  /// @throws ArchiveException if it is missing, damaged, or in no manifest
  byte[] plaintext(ObjectName name) throws IOException {
    var task = task(name);
    task.run();
    try {
      return task.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } catch (ExecutionException e) {
      forget(name, task);
      switch (e.getCause()) {
        case IOException io -> throw io;
        case RuntimeException runtime -> throw runtime;
        case null, default -> throw new IllegalStateException(e.getCause());
      }
    }
  }

  private synchronized FutureTask<byte[]> task(ObjectName name) {
    var task = kept.remove(name);
    if (task == null) task = new FutureTask<>(() -> fetch(name));
    kept.put(name, task);
    if (kept.size() > KEPT) kept.remove(kept.firstEntry().getKey());
    return task;
  }

  private synchronized void forget(ObjectName name, FutureTask<byte[]> task) {
    kept.remove(name, task);
  }

  private byte[] fetch(ObjectName name) throws IOException {
    var item = named.get(name);
    if (item == null) throw damaged(name, "is named by no manifest");
    var sealed = store.read(name, 0, (int) Math.min(item.object.size(), ObjectStore.OBJECT_LIMIT));
    if (sealed.length != item.object.size()) throw damaged(name, "has another length");
    if (!Sha256.over(sealed).equals(item.object.sha256()))
      throw damaged(name, "is not what the manifest says: its hash differs");
    var plaintext = AgeFiles.open(keys.forEpoch(item.epoch), sealed, label(name));
    tell(sealed.length);
    return plaintext;
  }

  private synchronized void tell(long more) {
    done += more;
    progress.at(Progress.Step.DOWNLOADING, done, 0);
  }

  static String label(ObjectName name) {
    return "object " + name.hex().substring(0, 8);
  }

  private static ArchiveException damaged(ObjectName name, String what) {
    return new ArchiveException(Kind.DAMAGED, label(name) + " " + what,
        "run check: it lists what is damaged and which snapshots still restore");
  }
}
