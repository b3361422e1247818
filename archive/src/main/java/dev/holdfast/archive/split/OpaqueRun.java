package dev.holdfast.archive.split;

import dev.holdfast.archive.index.LineageState;
import dev.holdfast.archive.snapshot.ByteWriter;
import dev.holdfast.archive.snapshot.Content;
import dev.holdfast.archive.snapshot.Progress;
import dev.holdfast.archive.split.ChunkStorage.Chunk;
import dev.holdfast.kernel.Sha256;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Takes one snapshot of a folder within a session. The listing is cut into chunks like a file, so
/// that a large folder in which little changes costs little.
final class OpaqueRun implements AutoCloseable {
  private final Session session;
  private final ChunkTable table;
  private final @Nullable ChunkTable tableBefore;
  private final Listing.@Nullable Reader listingBefore;
  private final Listing.Writer listing;
  private final ChunkStorage chunks;
  private final TreePass pass;
  private final ByteWriter tree = new ByteWriter();
  private final List<Long> treeBlobs = new ArrayList<>();

  OpaqueRun(Path path, Session session) throws IOException {
    this.session = session;
    var before = session.before();
    var folder = session.folder();
    var generation = session.generation();
    boolean base = session.base();
    tableBefore = base && !before.isEmpty()
        ? new ChunkTable(folder, before.generation().tables(), before.blobs())
        : null;
    table = new ChunkTable(folder, generation.tables(), base ? 0 : before.blobs());
    listingBefore = before.isEmpty()
        ? null
        : new Listing.Reader(folder.frames(before.generation().frames()));
    listing = new Listing.Writer(folder.frames(generation.frames()));
    chunks = new ChunkStorage(session, table, tableBefore);
    pass = new TreePass(path, listingBefore, new FileReads(chunks, session.lasting()), this::add);
  }

  private void add(Listing.Line line) throws IOException {
    listing.add(line);
    session.progress().at(Progress.Step.READING, pass.fileBytes(), 0);
    line.entry().write(tree);
    if (tree.size() >= 2 * Chunker.LISTINGS.most()) cutTree(false);
  }

  /// @param all whether what is left makes the last chunks
  private void cutTree(boolean all) throws IOException {
    var bytes = tree.toBytes();
    int from = 0;
    while (bytes.length - from >= (all ? 1 : Chunker.LISTINGS.most())) {
      int length = Chunker.LISTINGS.cut(bytes, from, bytes.length);
      var chunk = Arrays.copyOfRange(bytes, from, from + length);
      treeBlobs.add(chunks.number(Chunk.of(chunk), session.passing()));
      from += length;
    }
    tree.clear();
    tree.write(bytes, from, bytes.length - from);
  }

  /// Reads everything and closes the session's packs.
  Taken take(Instant now) throws IOException {
    pass.walk();
    cutTree(true);
    session.close(table.newRowBytes(), table::writeNew);
    var content = new Content.Opaque(treeBlobs, pass.files(), pass.fileBytes(),
        pass.skippedCount());
    var counts = new Taken.Counts(0, 0, pass.files(), pass.newFiles(), 0, List.of(),
        pass.skipped());
    return new Taken(content, state(), now, counts);
  }

  private LineageState state() throws IOException {
    listing.close();
    table.force();
    var before = session.before();
    return new LineageState(Sha256.NONE, session.base() ? 0 : before.sinceBase() + 1, 0, 0,
        session.generation(), 0, table.count(), 0, new BitSet(), session.objects().all(), Map.of(),
        List.of());
  }

  @Override
  public void close() throws IOException {
    listing.close();
    if (listingBefore != null) listingBefore.close();
    table.close();
    if (tableBefore != null) tableBefore.close();
  }
}
