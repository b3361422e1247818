package dev.holdfast.archive.split;

import dev.holdfast.archive.signal.SignalFolder;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Removes a Signal folder's synced copies once they are in the vault, so that a phished key finds
/// nothing to open.
public final class Custody {
  private static final Pattern SNAPSHOT = Pattern
      .compile("signal-backup-(\\d{4})(-\\d{2}){5}(-tmp)?");
  private static final Pattern MEDIA = Pattern.compile("[0-9a-f]{64}");

  private Custody() {}

  /// What would be removed, or was.
  ///
  /// @param snapshots complete snapshots and leftovers of unfinished ones
  /// @param mediaFiles files below `files`
  /// @param bytes of all of them
  public record Inventory(int snapshots, long mediaFiles, long bytes) {}

  /// Counts without removing.
  ///
  /// @param path `SignalBackups` or its parent
  public static Inventory list(Path path) throws IOException {
    return new Sweep(false).over(SignalFolder.find(path).path());
  }

  /// Removes them; the empty folder stays, so that Signal goes on. Call it after the snapshot was
  /// published and checked only. Nothing else in the folder is touched, and no link is followed.
  ///
  /// @param path `SignalBackups` or its parent
  public static Inventory take(Path path) throws IOException {
    return new Sweep(true).over(SignalFolder.find(path).path());
  }

  private static final class Sweep {
    private final boolean remove;
    private int snapshots;
    private long mediaFiles;
    private long bytes;

    Sweep(boolean remove) {
      this.remove = remove;
    }

    Inventory over(Path folder) throws IOException {
      for (var snapshot : children(folder, SNAPSHOT)) {
        snapshots++;
        Files.walkFileTree(snapshot, new Removal());
      }
      var files = folder.resolve("files");
      for (var shard : children(files, Pattern.compile("[0-9a-f]{2}")))
        for (var media : children(shard, MEDIA)) {
          mediaFiles++;
          file(media);
        }
      return new Inventory(snapshots, mediaFiles, bytes);
    }

    private static List<Path> children(Path folder, Pattern name) throws IOException {
      var found = new ArrayList<Path>();
      if (!Files.isDirectory(folder)) return found;
      try (var entries = Files.newDirectoryStream(folder,
          entry -> name.matcher(entry.getFileName().toString()).matches())) {
        entries.forEach(found::add);
      }
      return found;
    }

    private void file(Path file) throws IOException {
      bytes += Files.size(file);
      if (remove) Files.delete(file);
    }

    private final class Removal extends SimpleFileVisitor<Path> {
      @Override
      public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
          throws IOException {
        file(file);
        return FileVisitResult.CONTINUE;
      }

      @Override
      public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure)
          throws IOException {
        if (failure != null) throw failure;
        if (remove) Files.delete(folder);
        return FileVisitResult.CONTINUE;
      }
    }
  }
}
