package dev.holdfast.archive.split;

import dev.holdfast.archive.snapshot.TreeEntry;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Walks a source in the order of names, takes what is unchanged from the last listing and reads
/// the rest.
final class TreePass {
  private static final int MOST_SKIPPED_NAMES = 1000;

  /// Takes each entry of the new listing in order.
  @FunctionalInterface
  interface Sink {
    void take(Listing.Line line) throws IOException;
  }

  private final Path root;
  private final FileReads reads;
  private final Sink sink;
  private final List<String> skipped = new ArrayList<>();
  private final Listing.@Nullable Reader before;
  private long files;
  private long fileBytes;
  private long newFiles;
  private long skippedCount;

  /// @param before the last listing, or null
  TreePass(Path root, Listing.@Nullable Reader before, FileReads reads, Sink sink) {
    this.root = root;
    this.before = before;
    this.reads = reads;
    this.sink = sink;
  }

  /// Walks everything.
  void walk() throws IOException {
    visit(root, before != null);
  }

  /// @param known whether the folder around it was in the last listing
  private void visit(Path path, boolean known) throws IOException {
    var facts = facts(path);
    if (facts == null) return;
    var old = known && before != null ? before.find(facts.head().name()) : null;
    boolean oldFolder = old != null && old.entry() instanceof TreeEntry.Folder;
    if (oldFolder && facts.kind() != FileFacts.Kind.FOLDER && before != null) before.leave();
    switch (facts.kind()) {
      case FOLDER -> folder(path, facts, oldFolder);
      case LINK -> sink.take(
          facts.line(new TreeEntry.Link(facts.head(), Files.readSymbolicLink(path).toString())));
      case FILE -> file(path, facts, old);
      case OTHER -> skip(path, "is no file, folder or link");
    }
  }

  private @Nullable FileFacts facts(Path path) {
    try {
      var facts = FileFacts.of(path);
      if (facts.faithful(path)) return facts;
      skip(path, "has a name that is not text");
    } catch (IOException e) {
      skip(path, reason(e));
    }
    return null;
  }

  private void folder(Path path, FileFacts facts, boolean known) throws IOException {
    var children = children(path);
    if (children != null) {
      sink.take(facts.line(new TreeEntry.Folder(facts.head())));
      for (var child : children)
        visit(child, known);
      sink.take(facts.line(new TreeEntry.End()));
    }
    if (known && before != null) before.leave();
  }

  private @Nullable List<Path> children(Path folder) {
    try (var entries = Files.list(folder)) {
      return entries.sorted((one, other) -> one.getFileName()
          .toString()
          .compareTo(other.getFileName().toString())).toList();
    } catch (IOException e) {
      skip(folder, reason(e));
      return null;
    }
  }

  private void file(Path path, FileFacts facts, Listing.@Nullable Line old) throws IOException {
    var content = facts.sameAs(old) && old != null && old.entry() instanceof TreeEntry.File file
        ? reads.again(file)
        : read(path, facts);
    if (content == null) return;
    files++;
    fileBytes += content.bytes();
    sink.take(
        facts.line(new TreeEntry.File(facts.head(), content.bytes(), content.blobs())));
  }

  private FileReads.@Nullable Content read(Path path, FileFacts facts) throws IOException {
    try {
      long before = reads.stored();
      var content = reads.read(path, facts.size());
      if (reads.stored() > before) newFiles++;
      return content;
    } catch (FileSystemException e) {
      skip(path, reason(e));
      return null;
    }
  }

  private void skip(Path path, String why) {
    skippedCount++;
    var name = path.equals(root) ? "." : root.relativize(path).toString();
    if (skipped.size() < MOST_SKIPPED_NAMES) skipped.add(name + " " + why);
  }

  private static String reason(IOException e) {
    return e instanceof java.nio.file.AccessDeniedException
        ? "may not be read"
        : e instanceof java.nio.file.NoSuchFileException ? "disappeared" : "could not be read";
  }

  long files() {
    return files;
  }

  long fileBytes() {
    return fileBytes;
  }

  /// Files with new content.
  long newFiles() {
    return newFiles;
  }

  /// How many entries were left out.
  long skippedCount() {
    return skippedCount;
  }

  /// The first of them, with the reason.
  List<String> skipped() {
    return skipped;
  }
}
