package dev.holdfast.archive.restore;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/// Brings a written folder to the disk. The code that opened it is spent afterwards, so no power
/// cut may take what was restored.
final class OnDisk {
  private OnDisk() {}

  /// Returns once every file and folder below `root`, and `root` itself, is on the disk. By then
  /// most of it has been written by the system, so this waits little.
  static void bring(Path root) throws IOException {
    try (var workers = new Workers()) {
      Files.walkFileTree(root, new SimpleFileVisitor<>() {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
            throws IOException {
          if (attributes.isRegularFile()) workers.submit(() -> force(file));
          return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure)
            throws IOException {
          if (failure != null) throw failure;
          if (posix(folder)) force(folder);
          return FileVisitResult.CONTINUE;
        }
      });
      workers.finish();
    }
  }

  /// A restored mode may forbid its owner to read: then it waits a moment.
  private static void force(Path path) throws IOException {
    try {
      sync(path);
    } catch (AccessDeniedException e) {
      var mode = Files.getPosixFilePermissions(path);
      if (!path.toFile().setReadable(true)) throw e;
      try {
        sync(path);
      } finally {
        Files.setPosixFilePermissions(path, mode);
      }
    }
  }

  /// Where there are no POSIX rights a file has to be open for writing.
  private static void sync(Path path) throws IOException {
    var option = posix(path) ? StandardOpenOption.READ : StandardOpenOption.WRITE;
    try (var channel = FileChannel.open(path, option)) {
      channel.force(true);
    }
  }

  private static boolean posix(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix");
  }
}
