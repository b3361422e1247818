package dev.holdfast.archive.signal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/// Renames that survive a power cut.
final class Durable {
  private Durable() {}

  /// Moves a finished, already synced file or folder to its name.
  static void rename(Path from, Path to) throws IOException {
    Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    var folder = to.toAbsolutePath().getParent();
    if (folder != null) syncFolder(folder);
  }

  static void syncFolder(Path folder) throws IOException {
    // Windows cannot open a folder; its file systems keep renames in order by themselves.
    if (!folder.getFileSystem().supportedFileAttributeViews().contains("posix")) return;
    try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  static void write(Path file, byte[] bytes) throws IOException {
    try (var channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW,
        StandardOpenOption.WRITE)) {
      var buffer = ByteBuffer.wrap(bytes);
      while (buffer.hasRemaining())
        channel.write(buffer);
      channel.force(true);
    }
  }
}
