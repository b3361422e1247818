package dev.holdfast.archive.snapshot;

import java.util.Locale;

/// How a snapshot was taken.
public enum Mode {
  /// Frames of a Signal backup and its media files.
  SIGNAL,
  /// Files and folders as they are.
  OPAQUE;

  /// `signal` or `opaque`, as the command line prints it.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
