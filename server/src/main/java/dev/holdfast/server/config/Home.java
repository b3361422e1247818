package dev.holdfast.server.config;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;

/// The folder in which one server process keeps everything; held by a lock while it is open.
public final class Home implements AutoCloseable {
  private final Path folder;
  private final FileChannel lock;

  private Home(Path folder, FileChannel lock) {
    this.folder = folder;
    this.lock = lock;
  }

  /// The home the environment names.
  public static Path fromEnvironment(Map<String, String> environment) {
    var named = environment.getOrDefault("HOLDFAST_SERVER_HOME", "");
    if (!named.isEmpty()) return Path.of(named);
    var data = environment.getOrDefault("XDG_DATA_HOME", "");
    return (data.isEmpty()
        ? Path.of(System.getProperty("user.home"), ".local", "share")
        : Path.of(data)).resolve("holdfast-server");
  }

  /// Takes the home, and makes it where it is missing.
  ///
  /// @throws IOException with a sentence if another process has it, or it cannot be made
  public static Home take(Path folder) throws IOException {
    Files.createDirectories(folder);
    restrict(folder);
    var channel = FileChannel.open(folder.resolve("lock"), CREATE, WRITE);
    try {
      if (channel.tryLock() != null) return new Home(folder, channel);
    } catch (OverlappingFileLockException e) {
      // The same answer as for a lock of another process, below.
    }
    channel.close();
    throw new IOException("another holdfast-server is using " + folder);
  }

  private static void restrict(Path folder) throws IOException {
    if (folder.getFileSystem().supportedFileAttributeViews().contains("posix"))
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
  }

  /// The folder itself.
  public Path folder() {
    return folder;
  }

  /// The server's own keys.
  public Path keys() {
    return folder.resolve("server.key");
  }

  /// The database file.
  public Path database() {
    return folder.resolve("holdfast.db");
  }

  /// The desk's database file.
  public Path desk() {
    return folder.resolve("desk.db");
  }

  /// Finished objects.
  public Path objects() {
    return folder.resolve("objects");
  }

  /// Unfinished uploads.
  public Path uploads() {
    return folder.resolve("uploads");
  }

  /// Keys of release shares.
  public Path shares() {
    return folder.resolve("shares");
  }

  @Override
  public void close() throws IOException {
    lock.close();
  }
}
