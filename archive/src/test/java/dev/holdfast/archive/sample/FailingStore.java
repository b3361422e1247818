package dev.holdfast.archive.sample;

import dev.holdfast.archive.store.ObjectStore;
import dev.holdfast.archive.store.Publication;
import dev.holdfast.archive.store.SignedManifest;
import dev.holdfast.archive.store.StoredManifest;
import dev.holdfast.kernel.ObjectName;
import dev.holdfast.kernel.manifest.SealedObject;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/// A store whose connection breaks at a chosen call, before or after the store did what was asked.
public final class FailingStore implements ObjectStore {
  private final ObjectStore store;
  private final AtomicLong left;
  private final boolean afterwards;
  /// Objects that were sent whole.
  public final AtomicLong puts = new AtomicLong();

  /// @param calls how many puts and publications succeed
  /// @param afterwards whether the one that fails was done all the same
  public FailingStore(ObjectStore store, long calls, boolean afterwards) {
    this.store = store;
    left = new AtomicLong(calls);
    this.afterwards = afterwards;
  }

  private boolean fails() {
    return left.getAndDecrement() <= 0;
  }

  private static IOException broken() {
    return new IOException("the connection broke");
  }

  @Override
  public Optional<SealedObject> find(ObjectName name) throws IOException {
    return store.find(name);
  }

  @Override
  public void put(SealedObject object, byte[] content) throws IOException {
    boolean fails = fails();
    if (!fails || afterwards) store.put(object, content);
    if (fails) throw broken();
    puts.incrementAndGet();
  }

  @Override
  public byte[] read(ObjectName name, long from, int length) throws IOException {
    return store.read(name, from, length);
  }

  @Override
  public List<StoredManifest> manifests(long after) throws IOException {
    return store.manifests(after);
  }

  @Override
  public Publication publish(SignedManifest manifest) throws IOException {
    boolean fails = fails();
    if (fails && !afterwards) throw broken();
    var answer = store.publish(manifest);
    if (fails) throw broken();
    return answer;
  }
}
