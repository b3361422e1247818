package dev.holdfast.archive.restore;

import dev.holdfast.archive.signal.MediaName;
import dev.holdfast.archive.signal.SignalFolder;
import dev.holdfast.archive.snapshot.BlobRow;
import dev.holdfast.archive.snapshot.MediaRow;
import dev.holdfast.archive.snapshot.MediaRow.State;
import dev.holdfast.kernel.Sha256;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/// Writes media files of a Signal snapshot and reads them back.
final class MediaWriter {
  private final OpenLineage lineage;
  private final Tables tables;
  private final SignalFolder folder;

  MediaWriter(OpenLineage lineage, Tables tables, SignalFolder folder) {
    this.lineage = lineage;
    this.tables = tables;
    this.folder = folder;
  }

  /// A thread that hands all media to the workers, so that the caller can write messages meanwhile.
  Background start(Workers workers) {
    return new Background(() -> {
      writeAll(workers);
      workers.finish();
    });
  }

  /// In groups whose blobs lie together, so that each object is fetched once.
  private void writeAll(Workers workers) throws IOException {
    var group = new ArrayList<MediaRow>();
    int object = -1;
    for (int number = tables.live().nextSetBit(0); number >= 0;
        number = tables.live().nextSetBit(number + 1)) {
      var row = tables.media(number);
      if (row.state() == State.ABSENT) continue;
      int place = tables.blob(row.firstBlob()).object();
      if (place != object && !group.isEmpty()) submit(workers, group);
      object = place;
      group.add(row);
    }
    submit(workers, group);
  }

  private void submit(Workers workers, List<MediaRow> group) throws IOException {
    var rows = List.copyOf(group);
    group.clear();
    workers.submit(() -> {
      for (var row : rows)
        write(row);
    });
  }

  /// Names in a row are hashes, so none leads out of the folder.
  private Path path(MediaRow row) throws IOException {
    if (row.state() == State.STORED) return folder.media(new MediaName(row.name().hex()));
    return Files.createDirectories(folder.path().resolve("damaged")).resolve(row.name().hex());
  }

  private void write(MediaRow row) throws IOException {
    var path = path(row);
    var blobs = tables.blobsOf(row);
    try (var file = FileChannel.open(path, StandardOpenOption.CREATE_NEW,
        StandardOpenOption.WRITE)) {
      for (var blob : blobs) {
        var bytes = ByteBuffer.wrap(lineage.blob(blob));
        while (bytes.hasRemaining())
          file.write(bytes);
      }
    }
    validate(path, blobs);
  }

  /// Reads back what was written.
  private static void validate(Path path, List<BlobRow> blobs) throws IOException {
    try (var file = FileChannel.open(path, StandardOpenOption.READ)) {
      var buffer = ByteBuffer.allocate(1 << 18);
      for (var blob : blobs) {
        var digest = Sha256.digest();
        for (int rest = blob.length(); rest > 0; rest -= buffer.position()) {
          buffer.clear().limit(Math.min(rest, buffer.capacity()));
          if (file.read(buffer) < 0) throw new IOException("a file was cut while it was written");
          digest.update(buffer.array(), 0, buffer.position());
        }
        if (!Sha256.of(digest.digest()).equals(blob.sha256()))
          throw new IOException("the disk does not give back what was written to it");
      }
    }
  }
}
