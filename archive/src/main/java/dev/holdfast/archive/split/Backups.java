package dev.holdfast.archive.split;

import dev.holdfast.archive.index.SeenFile;
import dev.holdfast.archive.snapshot.Progress;
import dev.holdfast.archive.store.Chain;
import dev.holdfast.archive.store.ObjectStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;

/// Takes snapshots.
public final class Backups {
  private final ObjectStore store;
  private final BackupKeys keys;
  private final Path index;
  private final Clock clock;

  /// @param index a folder for what this device remembers of its own snapshots, made if missing;
  ///          losing it costs bytes, never data. One process at a time for each source.
  public Backups(ObjectStore store, BackupKeys keys, Path index, Clock clock) {
    this.store = store;
    this.keys = keys;
    this.index = index;
    this.clock = clock;
  }

  /// Takes one snapshot and publishes it. An interrupted call is continued by the next one.
  ///
  /// @param label for people, or empty; sealed
  /// @throws dev.holdfast.archive.ArchiveException if the source is not what it says, or the vault's
  ///           chain is forged, cut or older than what was seen
  public BackupSummary backup(Source source, String label, Progress progress) throws IOException {
    Files.createDirectories(index);
    var seen = new SeenFile(index);
    var chain = Chain.read(store, keys.vault(), keys.signers(), seen.read());
    var job = switch (source) {
      case Source.Signal signal -> SignalJob.of(signal, keys.idKey());
      case Source.Opaque opaque -> OpaqueJob.of(opaque, label, clock.instant());
    };
    var publisher = new Publisher(store, keys, clock, chain);
    var summary = new Snapshotting(store, keys, index, chain, publisher, progress).take(job, label);
    if (publisher.seen().isPresent()) seen.write(publisher.seen().get());
    return summary;
  }
}
