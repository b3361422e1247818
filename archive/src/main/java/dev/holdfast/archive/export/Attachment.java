package dev.holdfast.archive.export;

import java.util.Optional;

/// An attachment as a person sees it.
///
/// @param kind media type, `application/octet-stream` if the message names none
/// @param name what the sender called the file; may be empty
/// @param path below the export folder; empty if the file is not there or is damaged
record Attachment(String kind, String name, Optional<String> path) {
  boolean isImage() {
    return kind.startsWith("image/") && !kind.contains("svg");
  }

  boolean isSound() {
    return kind.startsWith("audio/");
  }

  boolean isFilm() {
    return kind.startsWith("video/");
  }

  String label() {
    return name.isEmpty() ? kind : name;
  }
}
