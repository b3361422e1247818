package dev.holdfast.cli.restore;

import dev.holdfast.client.home.Home;
import dev.holdfast.client.home.PrivateFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Secrets that count already but were not told yet, in files of mode 0600 below the home: a power
/// cut must not take the only copy of a code.
final class Unshown {
  private final Path folder;
  private final List<Path> kept = new ArrayList<>();

  Unshown(Home home) {
    folder = home.folder().resolve("unshown");
  }

  /// Never over one that an earlier run left: it may be all there is.
  void keep(String name, String secret) {
    PrivateFile.folder(folder);
    var file = folder.resolve(name);
    for (int other = 2; Files.exists(file); other++)
      file = folder.resolve(name + "-" + other);
    PrivateFile.create(file, (secret + "\n").getBytes(StandardCharsets.UTF_8));
    kept.add(file);
  }

  /// Where secrets lie that were not told; empty if there are none.
  Optional<Path> left() {
    if (!Files.isDirectory(folder)) return Optional.empty();
    try (var files = Files.list(folder)) {
      return files.findAny().map(any -> folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void forget() {
    try {
      for (var file : kept)
        Files.deleteIfExists(file);
      kept.clear();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
