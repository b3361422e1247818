package dev.holdfast.archive.restore;

import dev.holdfast.archive.signal.FrameFacts;
import dev.holdfast.archive.snapshot.Content;
import dev.holdfast.archive.snapshot.Mode;
import dev.holdfast.archive.snapshot.Progress;
import dev.holdfast.kernel.SecretBytes;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;

/// A lineage that is open, and the ways of writing its newest snapshot.
final class OpenedSnapshot implements OpenSnapshot {
  private final OpenLineage lineage;
  private final Clock clock;
  private final SecureRandom random;

  OpenedSnapshot(OpenLineage lineage, Clock clock, SecureRandom random) {
    this.lineage = lineage;
    this.clock = clock;
    this.random = random;
  }

  @Override
  public SnapshotFacts facts() {
    var inner = lineage.newest();
    return switch (inner.content()) {
      case Content.Signal signal -> new SnapshotFacts(Mode.SIGNAL, inner.label(), inner.takenAt(),
          signal.frames(), signal.count().all(), signal.count().absent(), signal.frameBytes());
      case Content.Opaque opaque -> new SnapshotFacts(Mode.OPAQUE, inner.label(), inner.takenAt(),
          0, opaque.files(), 0, opaque.fileBytes());
    };
  }

  @Override
  public long mediaOnlyInCloud() throws IOException {
    if (!(lineage.newest().content() instanceof Content.Signal)) return 0;
    var count = new long[1];
    new FrameSource(lineage)
        .each((frame, raw) -> count[0] += FrameFacts.of(frame).mediaOnlyInCloud());
    return count[0];
  }

  @Override
  public SecretBytes idKey() {
    return lineage.newest().idKey().copy();
  }

  @Override
  public RestoreSummary writeSignal(SignalTarget target, Progress progress) throws IOException {
    if (!(lineage.newest().content() instanceof Content.Signal content))
      throw new IllegalStateException("this snapshot is not one of a Signal backup");
    try (var temporary = new TemporaryFolder(target.parent(), random)) {
      var restore = new SignalRestore(lineage, content, target, clock.instant(), random, progress);
      var summary = restore.write(temporary);
      return summary.at(temporary.keep(summary.written()));
    }
  }

  @Override
  public RestoreSummary writeOpaque(Path target, Progress progress) throws IOException {
    if (!(lineage.newest().content() instanceof Content.Opaque content))
      throw new IllegalStateException("this snapshot is one of a Signal backup");
    try (var temporary = new TemporaryFolder(target, random)) {
      var restore = new OpaqueRestore(lineage, content, progress);
      var summary = restore.write(temporary);
      var written = temporary.keep(summary.written());
      restore.finish(written);
      return summary.at(written);
    }
  }

  @Override
  public void close() {
    lineage.inners().forEach(inner -> inner.idKey().close());
  }
}
