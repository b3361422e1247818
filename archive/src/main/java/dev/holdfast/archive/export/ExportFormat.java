package dev.holdfast.archive.export;

import java.util.Locale;
import java.util.Optional;

/// How readable chats are written.
public enum ExportFormat {
  /// Pages for a browser, without scripts and without anything from the network.
  HTML,
  /// One JSON object a line, for programs.
  JSON,
  /// Plain text.
  TEXT;

  /// The format of this name, in any case.
  public static Optional<ExportFormat> named(String name) {
    for (var format : values())
      if (format.name().toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT)))
        return Optional.of(format);
    return Optional.empty();
  }
}
