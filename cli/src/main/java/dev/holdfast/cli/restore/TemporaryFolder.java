package dev.holdfast.cli.restore;

import dev.holdfast.client.home.PrivateFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/// A folder beside a target, for its owner alone, gone once it is closed.
final class TemporaryFolder implements AutoCloseable {
  private final Path path;

  TemporaryFolder(Path target) {
    var beside = target.toAbsolutePath().normalize();
    path = beside.resolveSibling("." + beside.getFileName() + ".restoring");
    // A run that was killed has left its own behind.
    if (Files.exists(path)) close();
    PrivateFile.folder(path);
  }

  Path path() {
    return path;
  }

  @Override
  public void close() {
    try (var all = Files.walk(path)) {
      for (var one : all.sorted(Comparator.reverseOrder()).toList())
        Files.deleteIfExists(one);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
