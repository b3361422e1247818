package dev.holdfast.archive.export;

import dev.holdfast.archive.ArchiveException;
import dev.holdfast.archive.signal.MediaFile;
import dev.holdfast.archive.signal.MediaPointer;
import dev.holdfast.archive.signal.SignalFolder;
import dev.holdfast.archive.signal.WireReader;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Writes attachments in clear into `media/`, each once.
final class MediaFiles {
  private static final Map<String, String> ENDINGS = Map.ofEntries(Map.entry("image/jpeg", "jpg"),
      Map.entry("image/png", "png"),
      Map.entry("image/gif", "gif"), Map.entry("image/webp", "webp"),
      Map.entry("image/heic", "heic"), Map.entry("video/mp4", "mp4"),
      Map.entry("audio/aac", "aac"), Map.entry("audio/mpeg", "mp3"), Map.entry("audio/ogg", "ogg"),
      Map.entry("audio/mp4", "m4a"),
      Map.entry("application/pdf", "pdf"), Map.entry("text/plain", "txt"),
      Map.entry("text/x-signal-plain", "txt"));

  private final SignalFolder folder;
  private final Path target;
  private final Set<String> written = new HashSet<>();
  private long missing;
  private long damaged;

  MediaFiles(SignalFolder folder, Path target) {
    this.folder = folder;
    this.target = target;
  }

  long written() {
    return written.size();
  }

  long missing() {
    return missing;
  }

  long damaged() {
    return damaged;
  }

  /// Reads a FilePointer and writes its file if the folder has it.
  Attachment attachment(WireReader filePointer) throws IOException {
    var reading = MediaPointer.read(filePointer);
    var kind = reading.contentType().orElse("application/octet-stream");
    if (reading.found().isEmpty()) missing++;
    var path = reading.found().isPresent()
        ? write(reading.found().get(), kind)
        : Optional.<String>empty();
    return new Attachment(kind, reading.fileName().orElse(""), path);
  }

  private Optional<String> write(MediaPointer pointer, String kind) throws IOException {
    var source = folder.media(pointer.name());
    if (!Files.exists(source)) {
      missing++;
      return Optional.empty();
    }
    var name = pointer.name().hex().substring(0, 16) + "." + ending(kind);
    var path = target.resolve("media").resolve(name);
    if (written.contains(name)) return Optional.of("media/" + name);
    Files.createDirectories(path.getParent());
    var part = path.resolveSibling(name + ".part");
    try (var out = new BufferedOutputStream(Files.newOutputStream(part), 1 << 16)) {
      MediaFile.open(source, pointer, out);
    } catch (ArchiveException e) {
      damaged++;
      Files.deleteIfExists(part);
      return Optional.empty();
    }
    Files.move(part, path);
    written.add(name);
    return Optional.of("media/" + name);
  }

  /// The ending follows the media type, never the sender's file name.
  private static String ending(String kind) {
    return ENDINGS.getOrDefault(kind.toLowerCase(Locale.ROOT), "bin");
  }
}
