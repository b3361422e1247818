package dev.holdfast.archive.signal;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/// One complete snapshot in a `SignalBackups` folder: `main`, `metadata` and the list `files`.
///
/// @param path its folder
/// @param time when it was made, to the second, from its name
public record SignalSnapshot(Path path, Instant time) {
  private static final Pattern NAME = Pattern.compile("signal-backup-(\\d{4}(-\\d{2}){5})");
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd-HH-mm-ss",
      Locale.ROOT);
  private static final int ENTRY_LIMIT = 4096;

  static Optional<SignalSnapshot> at(Path folder) {
    var name = NAME.matcher(String.valueOf(folder.getFileName()));
    if (!name.matches() || !Files.isDirectory(folder)) return Optional.empty();
    try {
      var time = LocalDateTime.parse(name.group(1), TIME).toInstant(ZoneOffset.UTC);
      return Optional.of(new SignalSnapshot(folder, time));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  static String name(Instant time) {
    return "signal-backup-" + TIME.format(time.atOffset(ZoneOffset.UTC));
  }

  /// Its messages.
  public MainFile main() {
    return new MainFile(path.resolve("main"));
  }

  /// The sealed backup id.
  public SnapshotMetadata metadata() throws IOException {
    try (var file = SourceFile.stream(path.resolve("metadata"))) {
      return SnapshotMetadata.parse(file.readNBytes(SnapshotMetadata.LIMIT + 1));
    }
  }

  /// The key of `main`, without a check: `MainFile.verify` tells whether it is the right one.
  public MessageBackupKey key(RecoveryKey recoveryKey) throws IOException {
    try (var backupKey = recoveryKey.backupKey()) {
      return backupKey.localKey(metadata().open(backupKey));
    }
  }

  /// Gives the name of every media file that the snapshot's list names, in its order.
  ///
  /// @throws dev.holdfast.archive.ArchiveException if the list is damaged; it carries no check value
  public void eachMedia(Consumer<MediaName> use) throws IOException {
    var item = Damage.name(path.resolve("files"));
    try (var list = new BufferedInputStream(SourceFile.stream(path.resolve("files")), 1 << 16)) {
      for (long length = Varint.read(list, item); length >= 0; length = Varint.read(list, item)) {
        if (length > ENTRY_LIMIT) throw Damage.of(item, "has an entry that is far too long");
        var entry = list.readNBytes((int) length);
        if (entry.length < length) throw Damage.of(item, "ends inside an entry");
        use.accept(mediaName(entry, item));
      }
    }
  }

  private static MediaName mediaName(byte[] entry, String item) {
    var name = "";
    var fields = new WireReader(entry);
    while (fields.next()) {
      if (fields.number() == 1 && fields.isBytes()) name = fields.text();
    }
    try {
      return new MediaName(name);
    } catch (IllegalArgumentException e) {
      throw Damage.of(item, "has an entry that is not a media name");
    }
  }
}
