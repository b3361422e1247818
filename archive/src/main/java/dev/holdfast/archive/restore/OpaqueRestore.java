package dev.holdfast.archive.restore;

import dev.holdfast.archive.ArchiveException;
import dev.holdfast.archive.snapshot.Content;
import dev.holdfast.archive.snapshot.Progress;
import dev.holdfast.archive.snapshot.TreeEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Writes a folder or file out of an open lineage: contents first, then the times and modes
/// of folders.
final class OpaqueRestore {
  private final OpenLineage lineage;
  private final Content.Opaque content;
  private final Progress progress;
  private final List<String> unset = Collections.synchronizedList(new ArrayList<>());
  private TreeEntry.@Nullable Head rootHead;
  private long files;
  private long bytes;

  OpaqueRestore(OpenLineage lineage, Content.Opaque content, Progress progress) {
    this.lineage = lineage;
    this.content = content;
    this.progress = progress;
  }

  /// Writes everything below the temporary folder.
  ///
  /// @return with the place of the root entry there
  RestoreSummary write(TemporaryFolder temporary) throws IOException {
    var tableFolder = Files.createDirectory(temporary.path().resolve("tables"));
    var root = Files.createDirectory(temporary.path().resolve("root"));
    Path first;
    try (var tables = Tables.of(lineage, tableFolder); var workers = new Workers()) {
      first = walk(tables, root, new Writing(tables, workers));
      workers.finish();
      walk(tables, root, new Finishing(root));
    }
    if (files != content.files()) throw damaged();
    return new RestoreSummary(first, 0, files, 0, 0, List.of(), 0, List.copyOf(unset));
  }

  /// What is done with each entry.
  private interface Visitor {
    void folder(Path path, TreeEntry.Folder folder) throws IOException;

    void leave(Path path, TreeEntry.Folder folder) throws IOException;

    void file(Path path, TreeEntry.File file) throws IOException;

    void link(Path path, TreeEntry.Link link) throws IOException;
  }

  private record Open(Path path, TreeEntry.Folder folder) {}

  /// Names are single components and everything is new, so no entry leads out of `root`.
  ///
  /// @return the one entry right below `root`
  private Path walk(Tables tables, Path root, Visitor visitor) throws IOException {
    Deque<Open> open = new ArrayDeque<>();
    @Nullable
    Path first = null;
    var stream = new TreeStream(lineage, tables, content.tree());
    for (var entry = stream.next(); entry != null; entry = stream.next()) {
      if (open.isEmpty() && first != null) throw damaged();
      var parent = open.isEmpty() ? root : open.element().path;
      var path = enter(parent, entry, open, visitor);
      if (first == null) first = path;
    }
    if (first == null || !open.isEmpty()) throw damaged();
    return first;
  }

  private static Path enter(Path parent, TreeEntry entry, Deque<Open> open, Visitor visitor)
      throws IOException {
    return switch (entry) {
      case TreeEntry.End end -> leave(open, visitor);
      case TreeEntry.Folder folder -> {
        var path = parent.resolve(folder.head().name());
        visitor.folder(path, folder);
        open.push(new Open(path, folder));
        yield path;
      }
      case TreeEntry.File file -> {
        var path = parent.resolve(file.head().name());
        visitor.file(path, file);
        yield path;
      }
      case TreeEntry.Link link -> {
        var path = parent.resolve(link.head().name());
        visitor.link(path, link);
        yield path;
      }
    };
  }

  private static Path leave(Deque<Open> open, Visitor visitor) throws IOException {
    if (open.isEmpty()) throw damaged();
    var left = open.pop();
    visitor.leave(left.path, left.folder);
    return left.path;
  }

  private final class Writing implements Visitor {
    private final Tables tables;
    private final Workers workers;

    Writing(Tables tables, Workers workers) {
      this.tables = tables;
      this.workers = workers;
    }

    @Override
    public void folder(Path path, TreeEntry.Folder folder) throws IOException {
      Files.createDirectory(path);
    }

    @Override
    public void leave(Path path, TreeEntry.Folder folder) {
      // its mode may forbid writing: that waits until everything is there
    }

    @Override
    public void file(Path path, TreeEntry.File file) throws IOException {
      files++;
      bytes += file.size();
      progress.at(Progress.Step.WRITING, bytes, content.fileBytes());
      var rows = tables.blobs(file.blobs());
      long length = rows.stream().mapToLong(row -> row.length()).sum();
      if (length != file.size()) throw damaged();
      workers.submit(() -> {
        WrittenFile.write(path, rows, lineage);
        Metadata.set(path, file.head(), unset);
      });
    }

    @Override
    public void link(Path path, TreeEntry.Link link) throws IOException {
      try {
        Files.createSymbolicLink(path, path.getFileSystem().getPath(link.target()));
      } catch (UnsupportedOperationException e) {
        unset.add(path.getFileName() + " (a symbolic link)");
      }
    }
  }

  /// Sets what a folder that is still to be moved must not have yet.
  void finish(Path written) {
    var head = rootHead;
    if (head != null) Metadata.set(written, head, unset);
  }

  /// What could not be set.
  List<String> unset() {
    return List.copyOf(unset);
  }

  private final class Finishing implements Visitor {
    private final Path root;

    Finishing(Path root) {
      this.root = root;
    }

    @Override
    public void folder(Path path, TreeEntry.Folder folder) {
      // after what is in it
    }

    @Override
    public void leave(Path path, TreeEntry.Folder folder) {
      if (root.equals(path.getParent())) rootHead = folder.head();
      else
        Metadata.set(path, folder.head(), unset);
    }

    @Override
    public void file(Path path, TreeEntry.File file) {
      // has its own already
    }

    @Override
    public void link(Path path, TreeEntry.Link link) {
      // has none that every system could set
    }
  }

  private static ArchiveException damaged() {
    return new ArchiveException(ArchiveException.Kind.DAMAGED,
        "the listing is not that of a folder", "use an earlier snapshot");
  }
}
