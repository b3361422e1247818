package dev.holdfast.archive.split;

import dev.holdfast.archive.ArchiveException;
import dev.holdfast.archive.snapshot.Mode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// A file or folder as it is.
///
/// @param label part of what tells sources apart
record OpaqueJob(Path path, String label, Instant now) implements Job {
  static OpaqueJob of(Source.Opaque source, String label, Instant now) {
    if (!Files.exists(source.path(), LinkOption.NOFOLLOW_LINKS))
      throw new ArchiveException(ArchiveException.Kind.ABSENT, "there is nothing to back up there",
          "name a file or folder that exists");
    return new OpaqueJob(source.path().toAbsolutePath().normalize(), label,
        now.truncatedTo(ChronoUnit.MILLIS));
  }

  @Override
  public Mode mode() {
    return Mode.OPAQUE;
  }

  @Override
  public String source() {
    return "opaque\n" + label + "\n" + path;
  }

  @Override
  public Taken take(Session session) throws IOException {
    try (var run = new OpaqueRun(path, session)) {
      return run.take(now);
    }
  }
}
