package dev.holdfast.archive.split;

import dev.holdfast.archive.seal.AgeFiles;
import dev.holdfast.archive.seal.Recipient;
import dev.holdfast.archive.snapshot.Progress;
import dev.holdfast.archive.store.Chain;
import dev.holdfast.archive.store.ObjectStore;
import dev.holdfast.archive.store.OtherContentException;
import dev.holdfast.kernel.ObjectName;
import dev.holdfast.kernel.SecretBytes;
import dev.holdfast.kernel.Sha256;
import dev.holdfast.kernel.manifest.SealedObject;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/// Seals packs and stores them, unless they are in the vault already: sent by an interrupted
/// backup, or named in a manifest.
final class Uploads {
  private static final int ATTEMPTS = 16;

  private final ObjectStore store;
  private final Recipient recipient;
  private final SecretBytes idKey;
  private final UploadLog log;
  private final Progress progress;
  private final Map<ObjectName, SealedObject> inVault = new HashMap<>();
  private final AtomicLong bytes = new AtomicLong();

  Uploads(ObjectStore store, BackupKeys keys, UploadLog log, Chain chain,
      Progress progress) {
    this.store = store;
    recipient = keys.recipient();
    idKey = keys.idKey();
    this.log = log;
    this.progress = progress;
    for (var stored : chain.manifests())
      if (stored.kept() && stored.manifest().outer().epoch() == keys.epoch())
        stored.manifest().outer().added().forEach(one -> inVault.put(one.name(), one));
  }

  /// Bytes stored so far.
  long bytes() {
    return bytes.get();
  }

  /// Sends a pack on its way; to be called from any thread.
  ///
  /// @param blobs hashes of its blobs as stored
  /// @param length of the plaintext, zeros included; the array may be longer
  /// @param buffers lend what the sealed pack lies in meanwhile
  SealedObject pack(List<Sha256> blobs, byte[] plaintext, int length, Buffers buffers)
      throws IOException {
    var names = new KeyedNames(idKey);
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      var name = names.pack(attempt, blobs);
      var there = store.find(name);
      if (there.isPresent()) {
        if (known(name).equals(there)) return there.get();
        continue;
      }
      var stored = storeUnlessTaken(name, plaintext, length, buffers);
      if (stored.isPresent()) return stored.get();
    }
    throw new IOException("the store holds unknown objects under all names of a pack");
  }

  private synchronized void tell(long more) {
    progress.at(Progress.Step.UPLOADING, bytes.addAndGet(more), 0);
  }

  /// Hashes of objects are believed only from a signed manifest or from this device's own log.
  private Optional<SealedObject> known(ObjectName name) {
    return log.find(name).or(() -> Optional.ofNullable(inVault.get(name)));
  }

  private Optional<SealedObject> storeUnlessTaken(ObjectName name, byte[] plaintext, int length,
      Buffers buffers) throws IOException {
    var sealed = buffers.take(AgeFiles.sealedBytes(length));
    try {
      var stored = store(name, sealed, AgeFiles.seal(recipient, plaintext, length, sealed));
      log.add(stored);
      return Optional.of(stored);
    } catch (OtherContentException e) {
      return Optional.empty();
    } finally {
      buffers.give(sealed);
    }
  }

  /// Stores an inner object, named by its sealed bytes, so that no attempt meets another's.
  SealedObject inner(byte[] plaintext) throws IOException {
    var sealed = AgeFiles.seal(recipient, plaintext, plaintext.length);
    return store(new KeyedNames(idKey).inner(Sha256.over(sealed)), sealed, sealed.length);
  }

  private SealedObject store(ObjectName name, byte[] sealed, int length) throws IOException {
    var object = new SealedObject(name, length, Sha256.over(sealed, 0, length));
    store.put(object, sealed);
    tell(object.size());
    return object;
  }
}
