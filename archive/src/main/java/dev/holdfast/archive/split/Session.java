package dev.holdfast.archive.split;

import dev.holdfast.archive.index.LineageFolder;
import dev.holdfast.archive.index.LineageState;
import dev.holdfast.archive.snapshot.BlobRow;
import dev.holdfast.archive.snapshot.Codec;
import dev.holdfast.archive.snapshot.Progress;
import dev.holdfast.archive.snapshot.RowWriter;
import dev.holdfast.kernel.Sha256;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// One attempt at a snapshot: the packs it fills and the objects it adds to its lineage. It either
/// continues the lineage in the state it is in, or begins a new one with a base.
final class Session implements AutoCloseable {
  /// Up to so many bytes of blobs ride along in the inner object.
  private static final int EMBED_BYTES = 1 << 20;
  private static final int EMBED_ROW_BYTES = 2 << 20;

  private final LineageFolder folder;
  private final LineageState before;
  private final boolean base;
  private final Progress progress;
  private final Pipeline pipeline = new Pipeline();
  private final ObjectList objects;
  private final Packs lasting;
  private final Packs passing;
  private final List<BlobRow> rowBlobs = new ArrayList<>();
  private byte[] rows = {};
  private byte[] embedded = {};

  Session(LineageFolder folder, LineageState before, boolean base, Uploads uploads,
      Progress progress) {
    this.folder = folder;
    this.before = before;
    this.base = base;
    this.progress = progress;
    objects = new ObjectList(base ? List.of() : before.objects());
    lasting = new Packs(objects, pipeline, uploads);
    passing = new Packs(objects, pipeline, uploads);
  }

  LineageFolder folder() {
    return folder;
  }

  Progress progress() {
    return progress;
  }

  /// The state that this session continues or replaces.
  LineageState before() {
    return before;
  }

  boolean base() {
    return base;
  }

  /// The number in the names of the tables.
  LineageState.Generation generation() {
    var old = before.generation();
    return new LineageState.Generation(old.frames() + 1, base ? old.tables() + 1 : old.tables());
  }

  /// The snapshot that the new one continues.
  Sha256 parent() {
    return base ? Sha256.NONE : before.snapshot();
  }

  ObjectList objects() {
    return objects;
  }

  Pipeline pipeline() {
    return pipeline;
  }

  /// Packs for media and chunks, which outlast a base.
  Packs lasting() {
    return lasting;
  }

  /// Packs for frames and rows, which the next base replaces.
  Packs passing() {
    return passing;
  }

  /// Writes table rows.
  @FunctionalInterface
  interface Rows {
    void write(RowWriter out) throws IOException;
  }

  /// Closes the packs, or gives their last blobs to the inner object if they are few, and writes
  /// the rows, whose numbers are known then.
  ///
  /// @param rowBytes about how long the rows are going to be
  void close(long rowBytes, Rows newRows) throws IOException {
    pipeline.settle();
    boolean fewRows = rowBytes <= EMBED_ROW_BYTES;
    if (!fewRows || lasting.size() + passing.size() > EMBED_BYTES) lasting.close();
    if (!fewRows || passing.size() > EMBED_BYTES) passing.close();
    embed();
    var out = new RowWriter(this::addRowPiece);
    newRows.write(out);
    passing.close();
    rows = out.last();
    pipeline.arrive();
  }

  private void embed() throws IOException {
    int self = objects.next();
    var first = lasting.embed(self, 0);
    var second = passing.embed(self, first.length);
    embedded = new byte[first.length + second.length];
    System.arraycopy(first, 0, embedded, 0, first.length);
    System.arraycopy(second, 0, embedded, first.length, second.length);
  }

  private void addRowPiece(byte[] piece) throws IOException {
    var packed = Codec.pack(piece, piece.length, 3);
    var hash = Sha256.over(piece);
    passing.add(packed.bytes(), Sha256.over(packed.bytes()),
        (object, offset) -> rowBlobs.add(new BlobRow(object, offset, packed.bytes().length,
            packed.codec(), piece.length, hash)));
  }

  /// The last piece of the rows.
  byte[] rows() {
    return rows;
  }

  /// Where the other pieces lie.
  List<BlobRow> rowBlobs() {
    return rowBlobs;
  }

  /// What rides along in the inner object.
  byte[] embedded() {
    return embedded;
  }

  @Override
  public void close() {
    pipeline.close();
  }
}
