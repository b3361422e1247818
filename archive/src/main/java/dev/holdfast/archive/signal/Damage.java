package dev.holdfast.archive.signal;

import dev.holdfast.archive.ArchiveException;
import dev.holdfast.archive.ArchiveException.Kind;
import java.nio.file.Path;

/// The sentences for what can be wrong with Signal's files, in one place so that they stay alike.
final class Damage {
  private Damage() {}

  static ArchiveException of(String item, String what) {
    return new ArchiveException(Kind.DAMAGED, item + " " + what,
        "take the file from its source again, or use an earlier snapshot");
  }

  /// Wrong key and forgery read the same on purpose.
  static ArchiveException mac(String item) {
    return new ArchiveException(Kind.DAMAGED,
        item + " does not open with this key: its check value differs",
        "check that the key belongs to this backup; if it does, the file is damaged or was changed");
  }

  static ArchiveException wire(String what) {
    return of("a message in the backup", what);
  }

  static ArchiveException newer(String item, String what) {
    return new ArchiveException(Kind.UNSUPPORTED, item + " " + what,
        "update Holdfast, or store the folder with --opaque meanwhile");
  }

  static ArchiveException absent(String item, String hint) {
    return new ArchiveException(Kind.ABSENT, item, hint);
  }

  static ArchiveException gone(Path file) {
    return absent(name(file) + " is not there",
        "Signal or a sync tool may have removed it meanwhile: look at the folder and try again");
  }

  /// A file's name with its folder, enough to find it again, without the path to the owner's home.
  static String name(Path file) {
    int count = file.getNameCount();
    return count == 0 ? file.toString() : file.subpath(Math.max(0, count - 2), count).toString();
  }
}
