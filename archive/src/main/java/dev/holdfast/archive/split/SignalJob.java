package dev.holdfast.archive.split;

import dev.holdfast.archive.signal.SignalFolder;
import dev.holdfast.archive.signal.SignalSnapshot;
import dev.holdfast.archive.snapshot.Mode;
import dev.holdfast.kernel.SecretBytes;
import java.io.IOException;
import java.util.List;

/// The newest snapshot of a Signal folder.
record SignalJob(SignalFolder folder, SignalSnapshot snapshot, SecretBytes key,
    SecretBytes idKey) implements Job {
  static SignalJob of(Source.Signal source, SecretBytes idKey) throws IOException {
    var folder = SignalFolder.find(source.path());
    return new SignalJob(folder, folder.newest(), source.messageBackupKey(), idKey);
  }

  @Override
  public Mode mode() {
    return Mode.SIGNAL;
  }

  /// Wherever the folder lies: a copy of the same account's folder goes on with the same lineage.
  @Override
  public String source() {
    return "signal";
  }

  @Override
  public Taken take(Session session) throws IOException {
    try (var run = new SignalRun(folder, snapshot, key, idKey, session)) {
      var outcome = run.run();
      var content = outcome.content();
      return new Taken(content, outcome.state(), snapshot.time(),
          new Taken.Counts(content.frames(), outcome.newFrames(), content.count().all(),
              outcome.newMedia(), content.count().absent(), outcome.damaged(), List.of()));
    }
  }
}
