package dev.holdfast.archive.split;

import dev.holdfast.archive.snapshot.TreeEntry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// What the file system says about one entry, links not followed.
///
/// @param identity tells files of one file system apart, 0 where that is unknown
/// @param changed when data or attributes changed last, in nanoseconds since 1970; 0 where unknown
record FileFacts(Kind kind, TreeEntry.Head head, long size, long identity, long changed) {
  enum Kind {
    FILE, FOLDER, LINK, OTHER
  }

  private static final int PLAIN_FOLDER = 0755;
  private static final int PLAIN_FILE = 0644;

  static FileFacts of(Path path) throws IOException {
    var basic = Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    var kind = basic.isRegularFile()
        ? Kind.FILE
        : basic.isDirectory() ? Kind.FOLDER : basic.isSymbolicLink() ? Kind.LINK : Kind.OTHER;
    Map<String, Object> unix = path.getFileSystem().supportedFileAttributeViews().contains("unix")
        ? Files.readAttributes(path, "unix:mode,ino,ctime", LinkOption.NOFOLLOW_LINKS)
        : Map.of();
    int mode = unix.get("mode") instanceof Integer bits
        ? bits & 07777
        : kind == Kind.FOLDER ? PLAIN_FOLDER : PLAIN_FILE;
    long inode = unix.get("ino") instanceof Long number ? number : 0;
    long changed = unix.get("ctime") instanceof FileTime time ? time.to(TimeUnit.NANOSECONDS) : 0;
    var modified = basic.lastModifiedTime().toInstant();
    var head = new TreeEntry.Head(String.valueOf(path.toAbsolutePath().normalize().getFileName()),
        mode, modified.getEpochSecond(), modified.getNano());
    return new FileFacts(kind, head, basic.size(), inode, changed);
  }

  /// True if the name, as text, leads back to the same entry.
  boolean faithful(Path path) {
    var name = head.name();
    try {
      boolean same = path.getFileName() == null
          || path.resolveSibling(name).getFileName().equals(path.getFileName())
          || path.endsWith(".") || path.endsWith("..");
      return same && name.indexOf('\ufffd') < 0
          && name.getBytes(StandardCharsets.UTF_8).length <= TreeEntry.NAME_LIMIT;
    } catch (InvalidPathException e) {
      return false;
    }
  }

  Listing.Line line(TreeEntry entry) {
    return new Listing.Line(entry, identity, changed);
  }

  /// True if `old` describes this file as it still is.
  boolean sameAs(Listing.@Nullable Line old) {
    return old != null && old.entry() instanceof TreeEntry.File file && kind == Kind.FILE
        && file.size() == size && file.head().seconds() == head.seconds()
        && file.head().nanos() == head.nanos() && old.identity() == identity
        && old.changed() == changed;
  }
}
