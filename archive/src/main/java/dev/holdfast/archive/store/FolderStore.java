package dev.holdfast.archive.store;

import dev.holdfast.archive.ArchiveException;
import dev.holdfast.kernel.ObjectName;
import dev.holdfast.kernel.Sha256;
import dev.holdfast.kernel.manifest.OuterManifest;
import dev.holdfast.kernel.manifest.SealedObject;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A vault in a folder, for one machine: objects, and manifests in a row. It trusts whoever can
/// write there and lets nothing go.
public final class FolderStore implements ObjectStore {
  private final Path objects;
  private final Path manifests;
  private final Clock clock;

  /// @param folder made if missing
  public FolderStore(Path folder, Clock clock) throws IOException {
    objects = Files.createDirectories(folder.resolve("objects"));
    manifests = Files.createDirectories(folder.resolve("manifests"));
    this.clock = clock;
  }

  /// Where an object lies; its size and hash are in the name, behind the object's.
  private Optional<Path> path(ObjectName name) throws IOException {
    var shard = shard(name);
    if (!Files.isDirectory(shard)) return Optional.empty();
    try (var found = Files.newDirectoryStream(shard, name.hex() + ".*")) {
      for (var path : found)
        if (!path.toString().endsWith(".part")) return Optional.of(path);
    }
    return Optional.empty();
  }

  private Path shard(ObjectName name) {
    return objects.resolve(name.hex().substring(0, 2));
  }

  @Override
  public Optional<SealedObject> find(ObjectName name) throws IOException {
    var path = path(name);
    if (path.isEmpty()) return Optional.empty();
    var file = path.get().getFileName().toString();
    var hash = new Sha256(file.substring(file.length() - 64));
    return Optional.of(new SealedObject(name, Files.size(path.get()), hash));
  }

  @Override
  public void put(SealedObject object, byte[] content) throws IOException {
    if (content.length < object.size()
        || !Sha256.over(content, 0, (int) object.size()).equals(object.sha256()))
      throw new IOException("an object arrived with another content than announced");
    var there = find(object.name());
    if (there.isPresent() && !there.get().sha256().equals(object.sha256()))
      throw new OtherContentException(object.name());
    if (there.isPresent()) return;
    var shard = Files.createDirectories(shard(object.name()));
    var file = object.name().hex() + "." + object.sha256();
    var part = shard.resolve(file + ".part");
    write(part, ByteBuffer.wrap(content, 0, (int) object.size()));
    try {
      Files.createLink(shard.resolve(file), part);
    } catch (FileAlreadyExistsException e) {
      // the same bytes came by another thread
    }
    Files.deleteIfExists(part);
    sync(shard);
  }

  /// What a former attempt left is taken for its own: the hash is in the name.
  private static void write(Path part, ByteBuffer content) throws IOException {
    try (var file = FileChannel.open(part, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      long done = Math.min(file.size(), content.limit());
      file.position(done);
      content.position((int) done);
      while (content.hasRemaining())
        file.write(content);
      file.force(true);
    }
  }

  private static void sync(Path folder) throws IOException {
    try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  @Override
  public byte[] read(ObjectName name, long from, int length) throws IOException {
    var path = path(name);
    if (path.isEmpty())
      throw new ArchiveException(ArchiveException.Kind.ABSENT,
          "object " + name.hex().substring(0, 8) + " is not in the store",
          "run check to see which snapshots still restore");
    try (var file = FileChannel.open(path.get(), StandardOpenOption.READ)) {
      var bytes = ByteBuffer.allocate(Math.clamp(file.size() - from, 0, length));
      while (bytes.hasRemaining() && file.read(bytes, from + bytes.position()) >= 0);
      return bytes.array();
    }
  }

  @Override
  public List<StoredManifest> manifests(long after) throws IOException {
    var found = new ArrayList<StoredManifest>();
    for (long sequence = after + 1; Files.exists(path(sequence)); sequence++)
      found.add(read(sequence));
    return found;
  }

  private Path path(long sequence) {
    return manifests.resolve(String.format(Locale.ROOT, "%012d", sequence));
  }

  private StoredManifest read(long sequence) throws IOException {
    var path = path(sequence);
    var bytes = ByteBuffer.wrap(Files.readAllBytes(path));
    var signature = new byte[64];
    bytes.get(signature);
    var outer = new byte[bytes.remaining()];
    bytes.get(outer);
    return new StoredManifest(
        new SignedManifest(OuterManifest.decode(outer), HexFormat.of().formatHex(signature)),
        Files.getLastModifiedTime(path).toInstant(), true);
  }

  @Override
  public synchronized Publication publish(SignedManifest manifest) throws IOException {
    var outer = manifest.outer();
    var all = manifests(0);
    var previous = all.isEmpty()
        ? Sha256.NONE
        : new Sha256(all.getLast().manifest().id().hex());
    boolean next = outer.sequence() == all.size() + 1L && outer.previous().equals(previous);
    if (!next && all.isEmpty()) throw new IOException("the first snapshot has another number");
    if (!next) return new Publication.Behind(all.getLast());
    for (var object : outer.added())
      if (!find(object.name()).equals(Optional.of(object))) return new Publication.ObjectMissing();
    if (!find(outer.inner().name()).equals(Optional.of(outer.inner())))
      return new Publication.ObjectMissing();
    return write(manifest);
  }

  private Publication write(SignedManifest manifest) throws IOException {
    var path = path(manifest.outer().sequence());
    var part = path.resolveSibling(path.getFileName() + ".part");
    var outer = manifest.outer().encode();
    Files.deleteIfExists(part);
    write(part, ByteBuffer.allocate(64 + outer.length)
        .put(HexFormat.of().parseHex(manifest.signature()))
        .put(outer)
        .flip());
    Files.setLastModifiedTime(part, java.nio.file.attribute.FileTime.from(clock.instant()));
    try {
      Files.createLink(path, part);
    } catch (FileAlreadyExistsException e) {
      return new Publication.Behind(read(manifest.outer().sequence()));
    }
    Files.delete(part);
    sync(manifests);
    return new Publication.Stored(read(manifest.outer().sequence()));
  }
}
