package dev.holdfast.desk.warning;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/// The folder of a desk: for its owner alone, one writer at a time, be it the server or a command.
final class DeskFolder {
  private static final ReentrantLock MONITOR = new ReentrantLock();

  private DeskFolder() {}

  /// Runs while no other process works in the folder.
  static <T> T alone(Path folder, Supplier<T> work) throws IOException {
    MONITOR.lock();
    try {
      make(folder);
      try (
          var channel = FileChannel.open(folder.resolve("lock"),
              Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
              mode(folder, "rw-------"));
          var held = channel.lock()) {
        if (!held.isValid()) throw new IOException("the lock of " + folder + " was lost");
        return work.get();
      }
    } finally {
      MONITOR.unlock();
    }
  }

  static void make(Path folder) throws IOException {
    Files.createDirectories(folder, mode(folder, "rwx------"));
  }

  /// After a crash the file is the old or the new one, never a part.
  static void replace(Path file, byte[] bytes) throws IOException {
    var next = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(next);
    create(next, bytes);
    Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
  }

  /// Writes a file that must not be there yet.
  static void create(Path file, byte[] bytes) throws IOException {
    var options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    try (var channel = FileChannel.open(file, options, mode(file, "rw-------"))) {
      var left = ByteBuffer.wrap(bytes);
      while (left.hasRemaining())
        channel.write(left);
      channel.force(true);
    }
  }

  private static FileAttribute<?>[] mode(Path file, String mode) {
    return file.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[]{
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode))}
        : new FileAttribute<?>[0];
  }
}
