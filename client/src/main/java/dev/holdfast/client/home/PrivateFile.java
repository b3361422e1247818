package dev.holdfast.client.home;

import dev.holdfast.client.ClientException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/// Files that only their owner may read (mode 0600, folders 0700), on disk before a call returns.
public final class PrivateFile {
  private PrivateFile() {}

  /// Replaces the file in one step: after a crash it is the old or the new one, never a part.
  ///
  /// @param bytes stay the caller's
  public static void replace(Path file, byte[] bytes) {
    var next = file.resolveSibling(file.getFileName() + ".new");
    try {
      Files.deleteIfExists(next);
      write(next, bytes);
      Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
      syncFolder(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Writes a file that must not exist yet, for secrets that nothing may overwrite.
  ///
  /// @throws ClientException USAGE if it exists or its folder does not
  public static void create(Path file, byte[] bytes) {
    try {
      write(file, bytes);
      syncFolder(file);
    } catch (FileAlreadyExistsException e) {
      throw new ClientException(ClientException.Kind.USAGE,
          "the file " + file + " exists already and is not overwritten",
          "name another file, or move that one away", e);
    } catch (IOException e) {
      throw new ClientException(ClientException.Kind.USAGE, "the file " + file
          + " cannot be written", "check that its folder exists and is yours", e);
    }
  }

  /// Opens a file to lock it, made if missing.
  public static FileChannel lockFile(Path file) throws IOException {
    return FileChannel.open(file, Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
        mode(file, "rw-------"));
  }

  /// Makes the folder and those above it, the new ones for their owner alone.
  public static void folder(Path folder) {
    try {
      Files.createDirectories(folder, mode(folder, "rwx------"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(Path file, byte[] bytes) throws IOException {
    var options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    try (var channel = FileChannel.open(file, options, mode(file, "rw-------"))) {
      var left = ByteBuffer.wrap(bytes);
      while (left.hasRemaining())
        channel.write(left);
      channel.force(true);
    }
  }

  private static void syncFolder(Path file) throws IOException {
    var folder = file.toAbsolutePath().getParent();
    if (folder == null || !posix(file)) return;
    try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  private static FileAttribute<?>[] mode(Path file, String mode) {
    return posix(file)
        ? new FileAttribute<?>[]{
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode))}
        : new FileAttribute<?>[0];
  }

  private static boolean posix(Path file) {
    return file.getFileSystem().supportedFileAttributeViews().contains("posix");
  }
}
