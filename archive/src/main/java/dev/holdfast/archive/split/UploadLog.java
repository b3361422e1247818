package dev.holdfast.archive.split;

import dev.holdfast.kernel.ObjectName;
import dev.holdfast.kernel.Sha256;
import dev.holdfast.kernel.manifest.SealedObject;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Remembers what was stored since the newest snapshot, so that an interrupted backup does not seal
/// and send it again. Without it those objects are useless, since nobody but the sealer knows
/// their hashes.
final class UploadLog implements AutoCloseable {
  private static final int ENTRY = 32 + 8 + 32;

  private final FileChannel file;
  private final Map<ObjectName, SealedObject> stored = new HashMap<>();

  UploadLog(Path path) throws IOException {
    file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.READ,
        StandardOpenOption.WRITE);
    var bytes = ByteBuffer.allocate((int) (file.size() / ENTRY * ENTRY));
    while (bytes.hasRemaining() && file.read(bytes) >= 0);
    bytes.flip();
    while (bytes.hasRemaining())
      read(bytes);
    file.truncate(bytes.limit());
    file.position(bytes.limit());
  }

  private void read(ByteBuffer in) {
    var name = new byte[32];
    var hash = new byte[32];
    in.get(name);
    long size = in.getLong();
    in.get(hash);
    if (size < 1) return;
    var object = new SealedObject(ObjectName.of(name), size, Sha256.of(hash));
    stored.put(object.name(), object);
  }

  synchronized Optional<SealedObject> find(ObjectName name) {
    return Optional.ofNullable(stored.get(name));
  }

  /// Keeps an object that is durable in the store.
  synchronized void add(SealedObject object) throws IOException {
    stored.put(object.name(), object);
    var entry = ByteBuffer.allocate(ENTRY)
        .put(object.name().raw())
        .putLong(object.size())
        .put(object.sha256().raw())
        .flip();
    while (entry.hasRemaining())
      file.write(entry);
    file.force(false);
  }

  /// Forgets everything: it is in a manifest now, or gone from the store.
  synchronized void clear() throws IOException {
    stored.clear();
    file.truncate(0);
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
