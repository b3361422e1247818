package dev.holdfast.archive.split;

import dev.holdfast.archive.snapshot.Progress;
import dev.holdfast.archive.store.ObjectStore;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;

/// Takes snapshots.
@SuppressWarnings("DoNotCallSuggester") // until the next commit
public final class Backups {
  private final ObjectStore store;
  private final BackupKeys keys;
  private final Path index;
  private final Clock clock;
  private final SecureRandom random;

  /// @param index a folder for what this device remembers of its own snapshots, made if missing;
  ///          losing it costs bytes, never data. One process at a time.
  public Backups(ObjectStore store, BackupKeys keys, Path index, Clock clock, SecureRandom random) {
    this.store = store;
    this.keys = keys;
    this.index = index;
    this.clock = clock;
    this.random = random;
  }

  /// Takes one snapshot and publishes it. An interrupted call is continued by the next one.
  ///
  /// @param label for people, or empty; sealed
  /// @throws dev.holdfast.archive.ArchiveException if the source is not what it says, or the vault's
  ///           chain is forged, cut or older than what was seen
  public BackupSummary backup(Source source, String label, Progress progress) throws IOException {
    throw new UnsupportedOperationException(
        "comes with the next commit" + store + keys + index + clock + random);
  }
}
