package dev.holdfast.archive.snapshot;

import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;

/// One line of a listing: folders hold what follows up to their end (docs/format.md, section 9).
public sealed interface TreeEntry {
  /// Longest name in bytes of UTF-8.
  int NAME_LIMIT = 1024;

  /// A name and what every entry has.
  ///
  /// @param mode permission bits, 12 of them
  /// @param seconds of the last change, since 1970, possibly negative
  /// @param nanos 0 to 999,999,999
  record Head(String name, int mode, long seconds, int nanos) {
    /// The time of the last change.
    public FileTime modified() {
      return FileTime.from(Instant.ofEpochSecond(seconds, nanos));
    }
  }

  /// What follows lies in it, up to its [End].
  record Folder(Head head) implements TreeEntry {}

  /// The innermost open folder ends.
  record End() implements TreeEntry {}

  /// A regular file.
  ///
  /// @param blobs numbers of the blobs that make it, in order
  record File(Head head, long size, List<Long> blobs) implements TreeEntry {
    public File { blobs = List.copyOf(blobs); }
  }

  /// A symbolic link; its target is kept as text and never followed.
  record Link(Head head, String target) implements TreeEntry {}

  /// Appends the entry's bytes.
  default void write(ByteWriter out) {
    switch (this) {
      case End end -> out.write(0);
      case Folder folder -> head(out, 1, folder.head);
      case Link link -> head(out, 3, link.head).text(link.target);
      case File file -> {
        head(out, 2, file.head).number(file.size).number(file.blobs.size());
        long before = 0;
        for (long blob : file.blobs) {
          out.signed(blob - before);
          before = blob + 1;
        }
      }
    }
  }

  private static ByteWriter head(ByteWriter out, int kind, Head head) {
    out.write(kind);
    return out.text(head.name).number(head.mode).signed(head.seconds).number(head.nanos);
  }

  /// Reads one entry.
  ///
  /// @throws dev.holdfast.archive.ArchiveException of kind DAMAGED for anything [#write] does
  ///           not give
  static TreeEntry read(ByteReader in) {
    return switch (in.octet()) {
      case 0 -> new End();
      case 1 -> new Folder(head(in));
      case 2 -> file(in, head(in));
      case 3 -> new Link(head(in), in.text());
      default -> throw in.damaged();
    };
  }

  private static Head head(ByteReader in) {
    var name = in.text();
    boolean plain = !name.isEmpty() && name.length() <= NAME_LIMIT && !name.equals(".")
        && !name.equals("..") && name.indexOf('/') < 0 && name.indexOf('\0') < 0;
    if (!plain) throw in.damaged();
    int mode = in.small();
    long seconds = in.signed();
    int nanos = in.small();
    boolean possible = mode <= 07777 && nanos < 1_000_000_000 && Math.abs(seconds) < 1L << 40;
    if (!possible) throw in.damaged();
    return new Head(name, mode, seconds, nanos);
  }

  private static File file(ByteReader in, Head head) {
    long size = in.number();
    var blobs = new java.util.ArrayList<Long>();
    long before = 0;
    for (int left = in.count(); left > 0; left--) {
      before += in.signed();
      if (before < 0) throw in.damaged();
      blobs.add(before++);
    }
    return new File(head, size, blobs);
  }
}
