package dev.holdfast.archive.restore;

import dev.holdfast.archive.signal.MediaName;
import dev.holdfast.archive.signal.SignalFolder;
import dev.holdfast.archive.snapshot.MediaRow;
import dev.holdfast.archive.snapshot.MediaRow.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
    for (int number = tables.live().nextSetBit(0); number >= 0; number = tables.live()
        .nextSetBit(number + 1)) {
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
    WrittenFile.write(path(row), tables.blobsOf(row), lineage);
  }
}
