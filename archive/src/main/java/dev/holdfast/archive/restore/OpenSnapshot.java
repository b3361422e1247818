package dev.holdfast.archive.restore;

import dev.holdfast.archive.snapshot.Progress;
import dev.holdfast.kernel.SecretBytes;
import java.io.IOException;
import java.nio.file.Path;

/// A snapshot whose sealed parts are read and checked; blobs are fetched while it is written.
public interface OpenSnapshot extends AutoCloseable {
  SnapshotFacts facts();

  /// How many media exist in Signal's cloud only: a restore gives them up with the media root key.
  /// It reads all messages to find out; 0 in opaque mode.
  long mediaOnlyInCloud() throws IOException;

  /// The vault's id key, for a device that is new; the caller closes it.
  SecretBytes idKey();

  /// Writes a Signal folder under a fresh media root key, reads it back and gives it its name.
  ///
  /// @throws IllegalStateException if the snapshot is of opaque mode
  /// @throws dev.holdfast.archive.ArchiveException if anything is damaged; nothing is left under the
  ///           final name then
  RestoreSummary writeSignal(SignalTarget target, Progress progress) throws IOException;

  /// Writes an opaque snapshot.
  ///
  /// @param target a folder, made if missing, that gets the folder or file under the name it had and
  ///          must not hold it yet
  /// @throws IllegalStateException if the snapshot is of Signal mode
  RestoreSummary writeOpaque(Path target, Progress progress) throws IOException;

  @Override
  void close() throws IOException;
}
