package dev.holdfast.vault.object;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import dev.holdfast.kernel.Sha256;
import dev.holdfast.kernel.VaultId;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Unfinished uploads: files `<folder>/<vault>/<name>-<hash of the whole>` that grow until they are
/// whole. They survive a stop, so that the next PUT goes on where the last one broke off.
final class Uploads {
  private static final int BUFFER_BYTES = 256 * 1024;

  private final Path folder;

  Uploads(Path folder) throws IOException {
    this.folder = Files.createDirectories(folder);
  }

  /// An unfinished upload.
  record Unfinished(Sha256 whole, long bytes) {
    static final Unfinished NONE = new Unfinished(Sha256.NONE, 0);
  }

  /// What there is of an object; the most if there are several.
  Unfinished find(ObjectShelf.Key key) throws IOException {
    var found = Unfinished.NONE;
    for (var file : of(key)) {
      long size = Files.size(file);
      if (size >= found.bytes) found = new Unfinished(wholeOf(file), size);
    }
    return found;
  }

  long bytes(ObjectShelf.Key key, Sha256 whole) throws IOException {
    var file = file(key, whole);
    return Files.exists(file) ? Files.size(file) : 0;
  }

  /// All bytes that a vault's unfinished uploads take.
  long bytes(VaultId vault) throws IOException {
    long sum = 0;
    for (var file : in(vault))
      sum += Files.size(file);
    return sum;
  }

  /// What an append brought.
  ///
  /// @param bytes how much of the object there is now
  /// @param whole hash of all of it
  record Appended(long bytes, Sha256 whole) {}

  /// Writes `body` from the upload's offset on, and forces it to disk if it makes the object whole.
  ///
  /// @return empty if the body is not the one that was announced; then nothing of it stays
  /// @throws IOException if the body breaks off or the disk fails; then what arrived stays
  Optional<Appended> append(ObjectShelf.Key key, Upload upload, InputStream body)
      throws IOException {
    var file = file(key, upload.whole());
    Files.createDirectories(file.getParent());
    try (var channel = FileChannel.open(file, CREATE, READ, WRITE)) {
      channel.truncate(upload.offset());
      var whole = Sha256.digest();
      digest(channel, whole);
      var digests = upload.offset() == 0
          ? List.of(whole)
          : List.of(whole, Sha256.digest());
      long bytes = copy(body, channel, upload, digests);
      if (bytes > upload.length()
          || !Sha256.of(snapshot(digests.getLast())).equals(upload.body())) {
        channel.truncate(upload.offset());
        return Optional.empty();
      }
      if (bytes == upload.length()) channel.force(true);
      return Optional.of(new Appended(bytes, Sha256.of(snapshot(whole))));
    }
  }

  private static long copy(InputStream body, FileChannel channel, Upload upload,
      List<MessageDigest> digests) throws IOException {
    var filling = new Filling(body, new byte[BUFFER_BYTES]);
    long bytes = upload.offset();
    while (!filling.ended()) {
      int count = filling.fill();
      bytes += count;
      if (bytes > upload.length()) return bytes;
      for (var digest : digests)
        digest.update(filling.buffer, 0, count);
      var chunk = ByteBuffer.wrap(filling.buffer, 0, count);
      while (chunk.hasRemaining())
        channel.write(chunk);
      filling.complain();
    }
    return bytes;
  }

  /// Fills a whole buffer from many small reads, since each write costs far more than its bytes. A
  /// body that breaks off is complained about only after what arrived is written.
  private static final class Filling {
    private final InputStream body;
    private final byte[] buffer;
    private boolean ended;
    private @Nullable IOException broken;

    Filling(InputStream body, byte[] buffer) {
      this.body = body;
      this.buffer = buffer;
    }

    int fill() {
      int filled = 0;
      try {
        while (filled < buffer.length && !ended) {
          int count = body.read(buffer, filled, buffer.length - filled);
          if (count < 0) ended = true;
          else
            filled += count;
        }
      } catch (IOException e) {
        broken = e;
      }
      return filled;
    }

    boolean ended() {
      return ended;
    }

    void complain() throws IOException {
      if (broken != null) throw broken;
    }
  }

  private static void digest(FileChannel channel, MessageDigest digest) throws IOException {
    var buffer = ByteBuffer.allocate(BUFFER_BYTES);
    while (channel.read(buffer) >= 0) {
      digest.update(buffer.flip());
      buffer.clear();
    }
  }

  private static byte[] snapshot(MessageDigest digest) {
    try {
      return ((MessageDigest) digest.clone()).digest();
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("this platform's SHA-256 cannot be copied", e);
    }
  }

  Path file(ObjectShelf.Key key, Sha256 whole) {
    return folder.resolve(key.vault().hex()).resolve(key.name().hex() + "-" + whole.hex());
  }

  /// Forgets what there is of an object, but the upload of `kept`.
  void removeOthers(ObjectShelf.Key key, Sha256 kept) throws IOException {
    for (var file : of(key))
      if (!wholeOf(file).equals(kept)) Files.deleteIfExists(file);
  }

  void remove(ObjectShelf.Key key) throws IOException {
    removeOthers(key, Sha256.NONE);
  }

  /// Forgets uploads nobody has touched since `end`.
  void removeOlder(Instant end) throws IOException {
    try (var vaults = Files.list(folder)) {
      for (var vault : vaults.toList())
        for (var file : list(vault))
          if (Files.getLastModifiedTime(file).toInstant().isBefore(end))
            Files.deleteIfExists(file);
    }
  }

  private List<Path> of(ObjectShelf.Key key) throws IOException {
    var prefix = key.name().hex() + "-";
    return in(key.vault()).stream()
        .filter(file -> file.getFileName().toString().startsWith(prefix))
        .toList();
  }

  private List<Path> in(VaultId vault) throws IOException {
    return list(folder.resolve(vault.hex()));
  }

  private static List<Path> list(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) return List.of();
    try (var files = Files.list(folder)) {
      return files.toList();
    }
  }

  private static Sha256 wholeOf(Path file) {
    var name = file.getFileName().toString();
    return new Sha256(name.substring(name.indexOf('-') + 1));
  }
}
