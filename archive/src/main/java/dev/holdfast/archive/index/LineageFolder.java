package dev.holdfast.archive.index;

import dev.holdfast.kernel.Sha256;
import dev.holdfast.kernel.canonical.MalformedException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The folder in which a device keeps the state of one lineage; locked while it is open.
///
/// A new state is prepared before its snapshot is published and takes effect after; a crash between
/// the two is settled at the next opening by looking whether the snapshot is in the vault.
public final class LineageFolder implements AutoCloseable {
  private static final String STATE = "state";
  private static final String PREPARED = "state.prepared";

  private final Path folder;
  private final FileChannel lockFile;
  private final @Nullable FileLock lock;

  /// Opens the folder, made if missing.
  ///
  /// @throws IOException also if another process has it open
  public LineageFolder(Path folder) throws IOException {
    this.folder = folder;
    Files.createDirectories(folder);
    lockFile = FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE,
        StandardOpenOption.WRITE);
    lock = lock(lockFile);
    if (lock == null) {
      lockFile.close();
      throw new IOException("another backup of the same source is running");
    }
  }

  private static @Nullable FileLock lock(FileChannel file) throws IOException {
    try {
      return file.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  /// The state after the newest snapshot; empty if there is none or it cannot be read.
  ///
  /// @param inVault whether the vault's checked chain holds a snapshot
  public LineageState state(Predicate<Sha256> inVault) throws IOException {
    var prepared = read(PREPARED);
    if (!prepared.isEmpty() && inVault.test(prepared.snapshot())) commit();
    else
      Files.deleteIfExists(folder.resolve(PREPARED));
    var state = read(STATE);
    boolean usable = !state.isEmpty() && inVault.test(state.snapshot()) && complete(state);
    if (!usable) return LineageState.EMPTY;
    tidy(state);
    return state;
  }

  private LineageState read(String name) throws IOException {
    try {
      return StateCodec.decode(Files.readAllBytes(folder.resolve(name)));
    } catch (NoSuchFileException | MalformedException e) {
      return LineageState.EMPTY;
    }
  }

  private boolean complete(LineageState state) {
    var generation = state.generation();
    return Files.exists(frames(generation.frames())) && Files.exists(blobs(generation.tables()))
        && Files.exists(media(generation.tables()));
  }

  /// Removes record files of other generations.
  private void tidy(LineageState state) throws IOException {
    var keep = java.util.Set.of(frames(state.generation().frames()),
        blobs(state.generation().tables()), media(state.generation().tables()));
    try (var files = Files.list(folder)) {
      for (var file : files.toList()) {
        var name = file.getFileName().toString();
        boolean record = name.startsWith("frames-") || name.startsWith("blobs-")
            || name.startsWith("media-");
        if (record && !keep.contains(file)) Files.delete(file);
      }
    }
  }

  /// Keeps a state that takes effect once [#commit] is called or its snapshot is found in
  /// the vault.
  public void prepare(LineageState state) throws IOException {
    var file = folder.resolve(PREPARED);
    try (var channel = FileChannel.open(file, StandardOpenOption.CREATE,
        StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
      var bytes = ByteBuffer.wrap(StateCodec.encode(state));
      while (bytes.hasRemaining())
        channel.write(bytes);
      channel.force(true);
    }
  }

  /// Makes the prepared state the one in force.
  public void commit() throws IOException {
    Files.move(folder.resolve(PREPARED), folder.resolve(STATE), StandardCopyOption.ATOMIC_MOVE);
  }

  /// The frame ids of a snapshot, or its listing in opaque mode.
  public Path frames(int generation) {
    return folder.resolve("frames-" + generation);
  }

  /// The blob table.
  public Path blobs(int generation) {
    return folder.resolve("blobs-" + generation);
  }

  /// The media table.
  public Path media(int generation) {
    return folder.resolve("media-" + generation);
  }

  /// Where a list is kept while a backup runs.
  public Path scratch(String name) throws IOException {
    var file = folder.resolve(name + ".tmp");
    Files.deleteIfExists(file);
    return file;
  }

  /// The list of objects that were stored since the newest snapshot, sealed for one epoch.
  public Path uploads(int epoch) {
    return folder.resolve("uploads-" + epoch);
  }

  @Override
  public void close() throws IOException {
    if (lock != null) lock.release();
    lockFile.close();
  }
}
