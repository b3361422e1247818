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

/// Secrets that count already but were not told yet, in files of mode 0600 below the home: a power
/// cut must not take the only copy of a code.
final class Unshown {
  private final Path folder;
  private final List<Path> kept = new ArrayList<>();

  Unshown(Home home) {
    folder = home.folder().resolve("unshown");
  }

  void keep(String name, String secret) {
    PrivateFile.folder(folder);
    var file = folder.resolve(name);
    PrivateFile.replace(file, (secret + "\n").getBytes(StandardCharsets.UTF_8));
    kept.add(file);
  }

  void forget() {
    try {
      for (var file : kept)
        Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
