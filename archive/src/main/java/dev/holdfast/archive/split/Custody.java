package dev.holdfast.archive.split;

import java.io.IOException;
import java.nio.file.Path;

/// Removes a Signal folder's synced copies once they are in the vault, so that a phished key finds
/// nothing to open.
@SuppressWarnings("DoNotCallSuggester") // until the next commit
public final class Custody {
  private Custody() {}

  /// What would be removed.
  ///
  /// @param snapshots complete snapshots and leftovers of unfinished ones
  /// @param mediaFiles files below `files`
  /// @param bytes of all of them
  public record Inventory(int snapshots, long mediaFiles, long bytes) {}

  /// Counts without removing.
  ///
  /// @param path `SignalBackups` or its parent
  public static Inventory list(Path path) throws IOException {
    throw new UnsupportedOperationException("comes with the next commit" + path);
  }

  /// Removes them; the empty folder stays, so that Signal goes on. Call it after the snapshot was
  /// published and checked only.
  public static Inventory take(Path path) throws IOException {
    throw new UnsupportedOperationException("comes with the next commit" + path);
  }
}
