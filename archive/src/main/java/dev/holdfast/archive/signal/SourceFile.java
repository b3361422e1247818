package dev.holdfast.archive.signal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Opens files of Signal's; one that is not there is an `ArchiveException` of kind ABSENT, because
/// Signal and sync tools remove old snapshots while we read.
final class SourceFile {
  private SourceFile() {}

  static FileChannel channel(Path file) throws IOException {
    try {
      return FileChannel.open(file, StandardOpenOption.READ);
    } catch (NoSuchFileException e) {
      throw Damage.gone(file);
    }
  }

  static InputStream stream(Path file) throws IOException {
    try {
      return Files.newInputStream(file);
    } catch (NoSuchFileException e) {
      throw Damage.gone(file);
    }
  }
}
