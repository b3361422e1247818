package dev.holdfast.archive.split;

import dev.holdfast.archive.index.KeyTable;
import dev.holdfast.archive.index.LineageFolder;
import dev.holdfast.archive.index.LineageState;
import dev.holdfast.archive.index.RecordFile;
import dev.holdfast.archive.snapshot.BlobRow;
import dev.holdfast.archive.snapshot.MediaRow;
import dev.holdfast.archive.snapshot.RowWriter;
import dev.holdfast.kernel.Sha256;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/// Media and their blobs as the lineage numbers them, on disk.
final class MediaTables implements AutoCloseable {
  private final RecordFile blobs;
  private final RecordFile media;
  private final KeyTable byName;
  private final long firstNew;

  /// @param generation which files
  /// @param blobCount how many blobs count
  /// @param mediaCount how many media count
  MediaTables(LineageFolder folder, int generation, long blobCount, long mediaCount)
      throws IOException {
    blobs = new RecordFile(folder.blobs(generation), BlobRow.WIDTH, blobCount);
    media = new RecordFile(folder.media(generation), MediaRow.WIDTH, mediaCount);
    byName = new KeyTable(media, 0, Sha256.BYTES);
    firstNew = mediaCount;
  }

  /// The tables as a state left them.
  static MediaTables of(LineageFolder folder, LineageState state) throws IOException {
    return new MediaTables(folder, state.generation().tables(), state.blobs(), state.media());
  }

  /// The newest row of a name, by its number; -1 if there is none.
  long find(Sha256 name) {
    return byName.find(name.raw());
  }

  MediaRow row(long number) {
    return MediaRow.ofRecord(media.read(number));
  }

  /// True if the row was appended for the snapshot being made.
  boolean isNew(long number) {
    return number >= firstNew;
  }

  /// The blobs of a row.
  List<BlobRow> blobsOf(MediaRow row) {
    var rows = new ArrayList<BlobRow>();
    for (int i = 0; i < row.blobs(); i++)
      rows.add(BlobRow.ofRecord(blobs.read(row.firstBlob() + i)));
    return rows;
  }

  /// Appends a media file with its blobs.
  ///
  /// @return its number
  long add(Sha256 name, MediaRow.State state, boolean listed, List<BlobRow> rows)
      throws IOException {
    long firstBlob = blobs.count();
    for (var row : rows)
      blobs.append(row.toRecord());
    var record = new MediaRow(name, state, listed, firstBlob, rows.size()).toRecord();
    long number = media.append(record);
    byName.add(number);
    return number;
  }

  long blobCount() {
    return blobs.count();
  }

  long mediaCount() {
    return media.count();
  }

  /// Writes the rows that were appended.
  void writeNew(RowWriter out) throws IOException {
    for (long number = firstNew; number < media.count(); number++) {
      var row = row(number);
      out.add(row, blobsOf(row));
    }
  }

  /// About how many bytes [#writeNew] gives.
  long newRowBytes() {
    return (media.count() - firstNew) * (MediaRow.WIDTH + BlobRow.WIDTH);
  }

  /// The numbers of all rows in `named` whose media is not there.
  long absentAmong(BitSet named) {
    return named.stream()
        .mapToObj(this::row)
        .filter(row -> row.state() == MediaRow.State.ABSENT)
        .count();
  }

  /// Brings both files to the disk.
  void force() throws IOException {
    blobs.force();
    media.force();
  }

  /// The row of a name, if there is one.
  Optional<MediaRow> named(Sha256 name) {
    long number = find(name);
    return number < 0 ? Optional.empty() : Optional.of(row(number));
  }

  @Override
  public void close() throws IOException {
    byName.close();
    blobs.close();
    media.close();
  }
}
