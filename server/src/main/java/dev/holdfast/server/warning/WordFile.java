package dev.holdfast.server.warning;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The content of a file that a word names; `-` is standard input.
final class WordFile {
  private WordFile() {}

  /// @throws DeskRefusal ABSENT if it cannot be read, USAGE if it is longer
  static byte[] read(String name, int mostBytes) {
    try (var in = name.equals("-") ? System.in : Files.newInputStream(Path.of(name))) {
      var bytes = in.readNBytes(mostBytes + 1);
      if (bytes.length <= mostBytes) return bytes;
    } catch (IOException e) {
      throw new DeskRefusal(DeskRefusal.ABSENT, "the file " + name + " cannot be read",
          "check its name and its rights");
    }
    throw new DeskRefusal(DeskRefusal.USAGE,
        "the file " + name + " has more than " + (mostBytes >> 20) + " MiB", "");
  }
}
