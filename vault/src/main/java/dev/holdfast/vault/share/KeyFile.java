package dev.holdfast.vault.share;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/// Small files of key material, readable by the server's user alone, written once for good.
final class KeyFile {
  private static final String OWNER_ONLY = "rw-------";

  private KeyFile() {}

  /// Writes a new file; whole and on disk, or not there.
  static void write(Path file, byte[] content) throws IOException {
    var fresh = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(fresh);
    try (var channel = create(fresh)) {
      writeAll(channel, content);
    }
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    syncFolder(file);
  }

  /// Overwrites the content where it lies, then removes the file.
  static void destroy(Path file) throws IOException {
    if (!Files.exists(file)) return;
    try (var channel = FileChannel.open(file, WRITE)) {
      writeAll(channel, new byte[(int) channel.size()]);
    }
    Files.delete(file);
    syncFolder(file);
  }

  private static FileChannel create(Path file) throws IOException {
    if (!file.getFileSystem().supportedFileAttributeViews().contains("posix"))
      return FileChannel.open(file, CREATE_NEW, WRITE);
    var permissions = PosixFilePermissions
        .asFileAttribute(PosixFilePermissions.fromString(OWNER_ONLY));
    return FileChannel.open(file, Set.of(CREATE_NEW, WRITE), permissions);
  }

  private static void writeAll(FileChannel channel, byte[] content) throws IOException {
    var buffer = ByteBuffer.wrap(content);
    while (buffer.hasRemaining())
      channel.write(buffer);
    channel.force(true);
  }

  private static void syncFolder(Path file) throws IOException {
    try (var folder = FileChannel.open(file.toAbsolutePath().getParent(), READ)) {
      folder.force(true);
    }
  }
}
