package dev.holdfast.archive.index;

import dev.holdfast.archive.store.Seen;
import dev.holdfast.kernel.SnapshotId;
import dev.holdfast.kernel.canonical.CanonicalReader;
import dev.holdfast.kernel.canonical.CanonicalWriter;
import dev.holdfast.kernel.canonical.MalformedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/// Remembers the newest snapshot that a device has seen in its vault.
public final class SeenFile {
  private static final String MAGIC = "holdfast/seen/v1\n";

  private final Path file;

  /// @param folder must exist
  public SeenFile(Path folder) {
    file = folder.resolve("seen");
  }

  /// The newest snapshot seen; empty if none was, or the file cannot be read.
  public Optional<Seen> read() throws IOException {
    try {
      var in = new CanonicalReader("a note of what was seen", Files.readAllBytes(file), MAGIC);
      var seen = new Seen(in.u64(), SnapshotId.of(in.fixed(SnapshotId.BYTES)));
      in.end();
      return Optional.of(seen);
    } catch (NoSuchFileException | MalformedException e) {
      return Optional.empty();
    }
  }

  /// Keeps a newer one.
  public void write(Seen seen) throws IOException {
    var next = file.resolveSibling("seen.tmp");
    Files.write(next,
        new CanonicalWriter(MAGIC).u64(seen.sequence()).fixed(seen.id().raw()).toBytes());
    Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
  }
}
