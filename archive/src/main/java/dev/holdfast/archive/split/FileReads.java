package dev.holdfast.archive.split;

import dev.holdfast.archive.snapshot.TreeEntry;
import dev.holdfast.archive.split.ChunkStorage.Chunk;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Reads files into chunks and sees to it that each is stored.
final class FileReads {
  private final ChunkStorage chunks;
  private final Packs packs;

  FileReads(ChunkStorage chunks, Packs packs) {
    this.chunks = chunks;
    this.packs = packs;
  }

  /// What a file holds.
  ///
  /// @param bytes as read, which may differ from its size when somebody writes to it
  record Content(List<Long> blobs, long bytes) {
    Content { blobs = List.copyOf(blobs); }
  }

  /// The content of a file that has not changed.
  Content again(TreeEntry.File file) throws IOException {
    var blobs = new ArrayList<Long>();
    for (long blob : file.blobs())
      blobs.add(chunks.again(blob));
    return new Content(blobs, file.size());
  }

  /// Reads a file.
  Content read(Path path, long size) throws IOException {
    var blobs = new ArrayList<Long>();
    long bytes = 0;
    try (var in = Files.newInputStream(path)) {
      var window = new Window(in, (int) Math.clamp(size, 1, 2L * Chunker.FILES.most()));
      for (var chunk = window.next(Chunker.FILES); chunk.length > 0; chunk = window
          .next(Chunker.FILES)) {
        blobs.add(chunks.number(Chunk.of(chunk), packs));
        bytes += chunk.length;
      }
    }
    return new Content(blobs, bytes);
  }

  /// How many chunks were new so far.
  long stored() {
    return chunks.stored();
  }

  /// A buffer that is always filled for the next cut.
  private static final class Window {
    private final InputStream in;
    private byte[] bytes;
    private int from;
    private int to;
    private boolean ended;

    Window(InputStream in, int expected) {
      this.in = in;
      bytes = new byte[expected + 1];
    }

    /// The next chunk, empty at the end.
    byte[] next(Chunker chunker) throws IOException {
      fill(chunker.most());
      int length = chunker.cut(bytes, from, to);
      from += length;
      return Arrays.copyOfRange(bytes, from - length, from);
    }

    private void fill(int wanted) throws IOException {
      while (!ended && to - from < wanted) {
        if (to == bytes.length) makeRoom();
        int read = in.read(bytes, to, bytes.length - to);
        if (read < 0) ended = true;
        else
          to += read;
      }
    }

    private void makeRoom() {
      var target = from > 0 ? bytes : new byte[Math.max(2 * bytes.length, 1 << 16)];
      System.arraycopy(bytes, from, target, 0, to - from);
      bytes = target;
      to -= from;
      from = 0;
    }
  }
}
