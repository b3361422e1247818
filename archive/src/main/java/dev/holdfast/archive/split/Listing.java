package dev.holdfast.archive.split;

import dev.holdfast.archive.snapshot.ByteReader;
import dev.holdfast.archive.snapshot.ByteWriter;
import dev.holdfast.archive.snapshot.TreeEntry;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// What a device remembers of a folder it backed up: its listing, and what tells that a file is the
/// same as then. Read in step with the folder itself, both sorted by name, in flat memory.
final class Listing {
  private Listing() {}

  /// An entry and the marks of its file.
  ///
  /// @param identity of the file in its file system
  /// @param changed when its data or attributes changed last, in nanoseconds
  record Line(TreeEntry entry, long identity, long changed) {}

  /// Writes a listing.
  static final class Writer implements AutoCloseable {
    private final DataOutputStream out;

    Writer(Path path) throws IOException {
      out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(path), 1 << 16));
    }

    void add(Line line) throws IOException {
      var bytes = new ByteWriter();
      line.entry.write(bytes);
      out.writeInt(bytes.size());
      out.write(bytes.toBytes());
      out.writeLong(line.identity);
      out.writeLong(line.changed);
    }

    @Override
    public void close() throws IOException {
      out.close();
    }
  }

  /// Finds the entries of one folder after the other.
  static final class Reader implements AutoCloseable {
    private final DataInputStream in;
    private @Nullable Line next;

    Reader(Path path) throws IOException {
      in = new DataInputStream(new BufferedInputStream(Files.newInputStream(path), 1 << 16));
      advance();
    }

    private void advance() throws IOException {
      int length = read();
      if (length < 0) {
        next = null;
        return;
      }
      var bytes = in.readNBytes(length);
      next = new Line(TreeEntry.read(new ByteReader(bytes, "the listing of the last backup")),
          in.readLong(), in.readLong());
    }

    private int read() throws IOException {
      int first = in.read();
      if (first < 0) return -1;
      return first << 24 | in.readUnsignedByte() << 16 | in.readUnsignedShort();
    }

    /// The entry with this name in the folder that is open, if there is one; names come sorted. A
    /// folder is open afterwards.
    @Nullable
    Line find(String name) throws IOException {
      while (next != null) {
        var line = next;
        var there = name(line.entry);
        int order = there == null ? 1 : there.compareTo(name);
        if (order > 0) return null;
        advance();
        if (order == 0) return line;
        if (line.entry instanceof TreeEntry.Folder) leave();
      }
      return null;
    }

    /// Passes over the rest of the folder that is open.
    void leave() throws IOException {
      for (int open = 1; open > 0 && next != null; advance()) {
        if (next.entry instanceof TreeEntry.Folder) open++;
        if (next.entry instanceof TreeEntry.End) open--;
      }
    }

    private static @Nullable String name(TreeEntry entry) {
      return switch (entry) {
        case TreeEntry.End end -> null;
        case TreeEntry.Folder folder -> folder.head().name();
        case TreeEntry.File file -> file.head().name();
        case TreeEntry.Link link -> link.head().name();
      };
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }
}
