package dev.holdfast.archive.signal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/// Signal's own test cases, where the data folder is present; tests that need them are
/// skipped elsewhere.
final class SharedData {
  private SharedData() {}

  static Path signal() {
    var set = System.getenv("HOLDFAST_DATA");
    var root = Path.of(System.getProperty("holdfast.root", ".."));
    var folder = (set == null ? root.resolve("../shared") : Path.of(set)).resolve("signal");
    Assumptions.assumeTrue(Files.isDirectory(folder),
        "no shared data here: set HOLDFAST_DATA to its folder");
    return folder;
  }

  /// The plain frame streams, `canonical-backup` among them.
  static List<Path> streams() throws IOException {
    var streams = new ArrayList<Path>();
    try (var files = Files.list(signal().resolve("frames"))) {
      files.sorted().forEach(streams::add);
    }
    streams.add(signal().resolve("canonical-backup.binproto"));
    return streams;
  }

  static List<byte[]> frames(Path stream) throws IOException {
    var frames = new ArrayList<byte[]>();
    try (var in = Files.newInputStream(stream)) {
      for (long length = Varint.read(in, "stream"); length >= 0; length = Varint.read(in,
          "stream")) {
        frames.add(in.readNBytes((int) length));
      }
    }
    return frames;
  }
}
