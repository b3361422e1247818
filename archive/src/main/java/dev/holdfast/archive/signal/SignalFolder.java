package dev.holdfast.archive.signal;

import dev.holdfast.archive.ArchiveException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/// A `SignalBackups` folder: snapshots, and the media files they share. Source: docs/format.md,
/// section 12.
///
/// @param path the folder itself
public record SignalFolder(Path path) {
  private static final String NAME = "SignalBackups";

  /// Finds the folder at `given`, or one level below it.
  ///
  /// @throws ArchiveException of kind ABSENT if neither holds snapshots
  public static SignalFolder find(Path given) throws IOException {
    for (var candidate : List.of(given, given.resolve(NAME))) {
      var folder = new SignalFolder(candidate);
      if (Files.isDirectory(candidate.resolve("files")) && !folder.snapshots().isEmpty())
        return folder;
    }
    throw Damage.absent(Damage.name(given) + " holds no Signal backup",
        "name the folder SignalBackups or the one that contains it; use --opaque for any other folder");
  }

  /// Makes an empty folder below `parent`, as Signal does.
  ///
  /// @throws IOException also if it exists already
  public static SignalFolder create(Path parent) throws IOException {
    Files.createDirectories(parent);
    var path = Files.createDirectory(parent.resolve(NAME));
    Files.createFile(path.resolve(".nomedia"));
    var files = Files.createDirectory(path.resolve("files"));
    for (int shard = 0; shard < 256; shard++) {
      Files.createDirectory(files.resolve(HexFormat.of().toHexDigits((byte) shard)));
    }
    Durable.syncFolder(files);
    Durable.syncFolder(path);
    return new SignalFolder(path);
  }

  /// The complete snapshots, newest first; unfinished ones (`-tmp`) are not among them.
  public List<SignalSnapshot> snapshots() throws IOException {
    try (Stream<Path> entries = Files.list(path)) {
      return entries.flatMap(entry -> SignalSnapshot.at(entry).stream())
          .sorted(Comparator.comparing(SignalSnapshot::time).reversed())
          .toList();
    }
  }

  /// The newest snapshot.
  ///
  /// @throws ArchiveException of kind ABSENT if there is none
  public SignalSnapshot newest() throws IOException {
    return snapshots().stream()
        .findFirst()
        .orElseThrow(() -> Damage.absent(
            Damage.name(path) + " holds no complete snapshot",
            "make a backup in Signal first, then try again"));
  }

  /// Where a media file lies, whether or not it is there.
  public Path media(MediaName name) {
    return path.resolve("files").resolve(name.shard()).resolve(name.hex());
  }

  /// Stores a sealed media file as it comes, under its name once it is on the disk. A file that is
  /// there already is kept.
  public void addMedia(MediaName name, InputStream sealed) throws IOException {
    var target = media(name);
    if (Files.exists(target)) return;
    Files.createDirectories(target.getParent());
    var temporary = target.resolveSibling(name.hex() + ".tmp");
    try (var file = FileChannel.open(temporary, StandardOpenOption.CREATE,
        StandardOpenOption.TRUNCATE_EXISTING,
        StandardOpenOption.WRITE)) {
      sealed.transferTo(Channels.newOutputStream(file));
      file.force(true);
    } catch (IOException e) {
      Files.deleteIfExists(temporary);
      throw e;
    }
    Durable.rename(temporary, target);
  }

  /// Starts a snapshot, invisible until it is committed.
  ///
  /// @param time becomes its name, to the second
  public NewSignalSnapshot begin(Instant time) throws IOException {
    return new NewSignalSnapshot(path, time);
  }
}
