package dev.holdfast.archive.restore;

import dev.holdfast.archive.ArchiveException;
import dev.holdfast.archive.index.RecordFile;
import dev.holdfast.archive.snapshot.BlobRow;
import dev.holdfast.archive.snapshot.Content;
import dev.holdfast.archive.snapshot.Inner;
import dev.holdfast.archive.snapshot.MediaRow;
import dev.holdfast.archive.snapshot.RowReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/// The blobs and media of a lineage, gathered on disk from its inner parts.
final class Tables implements AutoCloseable {
  private final RecordFile blobs;
  private final RecordFile media;
  private final BitSet live = new BitSet();

  /// @param folder for two files of hashes and places, removed by the caller
  Tables(Path folder) throws IOException {
    blobs = new RecordFile(folder.resolve("blobs"), BlobRow.WIDTH, 0);
    media = new RecordFile(folder.resolve("media"), MediaRow.WIDTH, 0);
  }

  /// Gathers a whole lineage.
  static Tables of(OpenLineage lineage, Path folder) throws IOException {
    var tables = new Tables(folder);
    try {
      for (var inner : lineage.inners())
        tables.add(inner, lineage);
      return tables;
    } catch (IOException | RuntimeException e) {
      tables.close();
      throw e;
    }
  }

  private void add(Inner inner, OpenLineage lineage) throws IOException {
    for (var piece : inner.rowBlobs())
      add(inner.content(), new RowReader(lineage.blob(piece), "a table of the inner part"));
    add(inner.content(), new RowReader(inner.rows(), "a table of the inner part"));
    if (inner.content() instanceof Content.Signal signal)
      signal.removedMedia().forEach(number -> live.clear(Math.toIntExact(number)));
  }

  private void add(Content content, RowReader rows) throws IOException {
    while (rows.more()) {
      if (content instanceof Content.Opaque) {
        blobs.append(rows.blob().toRecord());
        continue;
      }
      var row = rows.media(blobs.count());
      for (var blob : rows.blobs(row.blobs()))
        blobs.append(blob.toRecord());
      live.set((int) media.append(row.toRecord()));
    }
  }

  /// The numbers of the media that the snapshot names.
  BitSet live() {
    return live;
  }

  MediaRow media(int number) {
    return MediaRow.ofRecord(media.read(number));
  }

  /// @throws ArchiveException of kind DAMAGED if there is no such blob
  BlobRow blob(long number) {
    if (number >= blobs.count())
      throw new ArchiveException(ArchiveException.Kind.DAMAGED,
          "a listing names a part that is in no table", "use an earlier snapshot");
    return BlobRow.ofRecord(blobs.read(number));
  }

  /// The blobs with these numbers.
  List<BlobRow> blobs(List<Long> numbers) {
    return numbers.stream().map(this::blob).toList();
  }

  /// The blobs that make a media file.
  List<BlobRow> blobsOf(MediaRow row) {
    var rows = new ArrayList<BlobRow>();
    for (int i = 0; i < row.blobs(); i++)
      rows.add(blob(row.firstBlob() + i));
    return rows;
  }

  @Override
  public void close() throws IOException {
    blobs.close();
    media.close();
  }
}
