package dev.holdfast.archive.restore;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.SecureRandom;
import java.util.HexFormat;

/// Where a restore is written before it is complete: beside its final place, under another name,
/// removed with all it holds unless it was kept.
final class TemporaryFolder implements AutoCloseable {
  private final Path parent;
  private final Path path;

  /// @param parent made if missing
  TemporaryFolder(Path parent, SecureRandom random) throws IOException {
    this.parent = Files.createDirectories(parent);
    var name = new byte[8];
    random.nextBytes(name);
    path = Files.createDirectory(
        parent.resolve(".holdfast-restore-" + HexFormat.of().formatHex(name)));
  }

  Path path() {
    return path;
  }

  /// Gives a finished entry its final place, once all of it is on the disk.
  ///
  /// @param finished below [#path]
  /// @throws FileAlreadyExistsException if something has its name there
  Path keep(Path finished) throws IOException {
    var target = parent.resolve(finished.getFileName());
    if (Files.exists(target, LinkOption.NOFOLLOW_LINKS))
      throw new FileAlreadyExistsException(target.toString());
    OnDisk.bring(finished);
    Files.move(finished, target, StandardCopyOption.ATOMIC_MOVE);
    try (var channel = FileChannel.open(parent, StandardOpenOption.READ)) {
      channel.force(true);
    }
    return target;
  }

  @Override
  public void close() throws IOException {
    Files.walkFileTree(path, new SimpleFileVisitor<>() {
      @Override
      public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
          throws IOException {
        folder.toFile().setWritable(true);
        return FileVisitResult.CONTINUE;
      }

      @Override
      public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
          throws IOException {
        Files.delete(file);
        return FileVisitResult.CONTINUE;
      }

      @Override
      public FileVisitResult postVisitDirectory(Path folder,
          @org.jspecify.annotations.Nullable IOException failure) throws IOException {
        Files.delete(folder);
        return FileVisitResult.CONTINUE;
      }
    });
  }
}
