package dev.holdfast.archive.sample;

import dev.holdfast.archive.signal.BackupId;
import dev.holdfast.archive.signal.RecoveryKey;
import dev.holdfast.archive.signal.SignalFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Signal folders made of given frames, and back.
public final class FrameFolder {
  private FrameFolder() {}

  /// Adds a snapshot without media.
  public static void write(Path parent, RecoveryKey key, Instant time, List<byte[]> frames)
      throws IOException {
    var path = parent.resolve("SignalBackups");
    var folder = Files.exists(path) ? new SignalFolder(path) : SignalFolder.create(parent);
    try (var snapshot = folder.begin(time)) {
      try (var main = snapshot.main(key, BackupId.random(TestVault.RANDOM), 1)) {
        for (var frame : frames)
          main.write(frame);
        main.finish();
      }
      snapshot.commit();
    }
  }

  /// The frames of the newest snapshot.
  public static List<byte[]> read(Path parent, RecoveryKey key) throws IOException {
    var snapshot = SignalFolder.find(parent).newest();
    var frames = new ArrayList<byte[]>();
    try (var messageKey = snapshot.key(key)) {
      snapshot.main().read(messageKey, frames::add);
    }
    return frames;
  }
}
