package dev.holdfast.archive.export;

import dev.holdfast.archive.ArchiveException;
import dev.holdfast.archive.signal.MessageBackupKey;
import dev.holdfast.archive.signal.SignalFolder;
import dev.holdfast.archive.signal.SignalSnapshot;
import dev.holdfast.archive.signal.WireReader;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Locale;

/// Writes the chats of a Signal folder so that people or programs can read them: an overview,
/// `chats/`, `media/`.
public final class Export {
  private final Directory directory = new Directory();
  private final MediaFiles media;
  private final MessageReader reader;
  private final ChatFiles chats;
  private boolean begun;
  private long messages;
  private long unreadable;

  private Export(SignalFolder folder, Path target, ChatPage format) {
    media = new MediaFiles(folder, target);
    reader = new MessageReader(directory, media);
    chats = new ChatFiles(target, format, directory);
  }

  /// Writes one snapshot; memory does not grow with the archive.
  ///
  /// @param key opens the snapshot's `main`
  /// @param target made if missing; must be empty
  /// @param zone in which times are shown to people
  /// @throws FileAlreadyExistsException if something is in `target`
  /// @throws dev.holdfast.archive.ArchiveException if the snapshot is damaged or the key is another
  public static ExportSummary write(SignalFolder folder, SignalSnapshot snapshot,
      MessageBackupKey key, Path target, ExportFormat format,
      ZoneId zone, Locale locale) throws IOException {
    Files.createDirectories(target);
    try (var content = Files.list(target)) {
      if (content.findAny().isPresent())
        throw new FileAlreadyExistsException(target.toString(), null,
            "the folder for an export must be empty");
    }
    ChatPage page = switch (format) {
      case HTML -> new HtmlPage(zone, locale);
      case JSON -> new JsonPage();
      case TEXT -> new TextPage(zone);
    };
    var export = new Export(folder, target, page);
    snapshot.main().read(key, export::frame);
    int count = export.chats.finish();
    return new ExportSummary(count, export.messages, export.unreadable, export.media.written(),
        export.media.missing(),
        export.media.damaged());
  }

  /// The first frame is BackupInfo. One that cannot be read must not hide the others.
  private void frame(byte[] frame) throws IOException {
    if (!begun) {
      begun = true;
      return;
    }
    try {
      read(frame);
    } catch (ArchiveException e) {
      unreadable++;
    }
  }

  private void read(byte[] frame) throws IOException {
    var fields = new WireReader(frame);
    while (fields.next()) {
      if (!fields.isBytes()) continue;
      switch (fields.number()) {
        case 1 -> directory.account(fields.message());
        case 2 -> directory.recipient(fields.message());
        case 3 -> directory.chat(fields.message());
        case 4 -> {
          chats.add(reader.read(fields.message()));
          messages++;
        }
        default -> {
        }
      }
    }
  }
}
