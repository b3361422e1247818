package dev.holdfast.archive.signal;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// A snapshot being written under a `-tmp` name. `commit` makes it visible; closing it without
/// leaves the leftovers that Signal itself would remove, and nothing that looks complete.
public final class NewSignalSnapshot implements AutoCloseable {
  private final Path target;
  private final Path folder;
  private final Instant time;
  private final FileChannel listFile;
  private final OutputStream list;
  private boolean committed;

  NewSignalSnapshot(Path signalFolder, Instant time) throws IOException {
    this.time = time.truncatedTo(ChronoUnit.SECONDS);
    target = signalFolder.resolve(SignalSnapshot.name(time));
    if (Files.exists(target)) throw new IOException(Damage.name(target) + " exists already");
    folder = signalFolder.resolve(target.getFileName() + "-tmp");
    remove();
    Files.createDirectory(folder);
    listFile = FileChannel.open(folder.resolve("files"), StandardOpenOption.CREATE_NEW,
        StandardOpenOption.WRITE);
    list = new BufferedOutputStream(Channels.newOutputStream(listFile));
  }

  /// Writes `metadata` and gives the writer of `main`, which the caller finishes before `commit`.
  ///
  /// @param id what the keys of `main` come from; `BackupId.random` for a fresh one
  /// @param level of DEFLATE, see `MainWriter.DEFAULT_LEVEL`
  public MainWriter main(RecoveryKey recoveryKey, BackupId id, int level) throws IOException {
    try (var backupKey = recoveryKey.backupKey(); var key = backupKey.localKey(id)) {
      metadata(SnapshotMetadata.seal(backupKey, id, new SecureRandom()));
      return main(key, level);
    }
  }

  /// Writes `metadata` as given, for a snapshot under a kept key.
  public void metadata(SnapshotMetadata metadata) throws IOException {
    Durable.write(folder.resolve("metadata"), metadata.toBytes());
  }

  /// Gives the writer of `main` alone, for a snapshot under a kept key.
  public MainWriter main(MessageBackupKey key, int level) throws IOException {
    return MainWriter.local(folder.resolve("main"), key, level);
  }

  /// Adds one media file to the snapshot's list.
  public void media(MediaName name) throws IOException {
    var entry = new WireWriter().text(1, name.hex()).toBytes();
    list.write(Varint.of(entry.length));
    list.write(entry);
  }

  /// Makes the snapshot complete and visible.
  ///
  /// @throws IllegalStateException if `main` or `metadata` is missing
  public SignalSnapshot commit() throws IOException {
    if (!Files.exists(folder.resolve("main")) || !Files.exists(folder.resolve("metadata"))) {
      throw new IllegalStateException("a snapshot needs main and metadata");
    }
    list.flush();
    listFile.force(true);
    listFile.close();
    Durable.syncFolder(folder);
    Durable.rename(folder, target);
    committed = true;
    return new SignalSnapshot(target, time);
  }

  @Override
  public void close() throws IOException {
    listFile.close();
    if (!committed) remove();
  }

  /// Removes what this or an earlier, interrupted attempt left. There are only files in it.
  private void remove() throws IOException {
    if (!Files.isDirectory(folder)) return;
    try (var left = Files.list(folder)) {
      for (var file : left.toList())
        Files.delete(file);
    }
    Files.delete(folder);
  }
}
