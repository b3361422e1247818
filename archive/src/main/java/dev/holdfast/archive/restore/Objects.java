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
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;

/// Fetches sealed objects that a chain names, checks them against it and opens them. Keeps the last
/// few, and fetches one once when several threads ask.
final class Objects {
  /// So many may be in memory sealed and open at the same time.
  private static final Semaphore FETCHING = new Semaphore(2);

  private record Named(SealedObject object, int epoch) {}

  private final ObjectStore store;
  private final Keyring keys;
  private final Progress progress;
  private final int most;
  private final Map<ObjectName, Named> named;
  private final LinkedHashMap<ObjectName, FutureTask<byte[]>> kept = new LinkedHashMap<>();
  private final AtomicLong done;
  private final long total;

  /// @param total bytes that are going to be fetched, about
  Objects(ObjectStore store, Chain chain, Keyring keys, Progress progress, long total) {
    this(store, keys, progress, 1, new HashMap<>(), new AtomicLong(), total);
    chain.manifests().forEach(stored -> enter(stored.manifest().outer()));
  }

  private Objects(ObjectStore store, Keyring keys, Progress progress, int most,
      Map<ObjectName, Named> named, AtomicLong done, long total) {
    this.store = store;
    this.keys = keys;
    this.progress = progress;
    this.most = most;
    this.named = named;
    this.done = done;
    this.total = total;
  }

  /// The same objects for a reader of its own, who does not push out what others use.
  ///
  /// @param kept how many stay in memory
  Objects apart(int kept) {
    return new Objects(store, keys, progress, kept, named, done, total);
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
        case Error error -> throw error;
        case null, default -> throw new IllegalStateException(e.getCause());
      }
    }
  }

  private synchronized FutureTask<byte[]> task(ObjectName name) {
    var task = kept.remove(name);
    if (task == null) task = new FutureTask<>(() -> fetch(name));
    kept.put(name, task);
    if (kept.size() > most) kept.remove(kept.firstEntry().getKey());
    return task;
  }

  private synchronized void forget(ObjectName name, FutureTask<byte[]> task) {
    kept.remove(name, task);
  }

  private byte[] fetch(ObjectName name) throws IOException {
    var item = named.get(name);
    if (item == null) throw damaged(name, "is named by no manifest");
    FETCHING.acquireUninterruptibly();
    try {
      return fetch(name, item);
    } finally {
      FETCHING.release();
    }
  }

  private byte[] fetch(ObjectName name, Named item) throws IOException {
    var sealed = store.read(name, 0, (int) Math.min(item.object.size(), ObjectStore.OBJECT_LIMIT));
    if (sealed.length != item.object.size()) throw damaged(name, "has another length");
    if (!Sha256.over(sealed).equals(item.object.sha256()))
      throw damaged(name, "is not what the manifest says: its hash differs");
    var plaintext = AgeFiles.open(keys.forEpoch(item.epoch), sealed, label(name));
    tell(sealed.length);
    return plaintext;
  }

  private void tell(long more) {
    synchronized (done) {
      progress.at(Progress.Step.DOWNLOADING, done.addAndGet(more), total);
    }
  }

  static String label(ObjectName name) {
    return "object " + name.hex().substring(0, 8);
  }

  private static ArchiveException damaged(ObjectName name, String what) {
    return new ArchiveException(Kind.DAMAGED, label(name) + " " + what,
        "run check: it lists what is damaged and which snapshots still restore");
  }
}
