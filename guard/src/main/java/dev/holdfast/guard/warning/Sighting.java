package dev.holdfast.guard.warning;

import java.util.List;

/// A conversation holds what a warning describes.
///
/// @param quoted whether it stands inside quotation marks only: then somebody talks about it
/// @param places where, by turn
public record Sighting(Notice notice, boolean quoted, List<Place> places) {
  /// A stretch of the original text of a turn.
  ///
  /// @param start first UTF-16 unit; equal to `end` where it lies in an attachment
  /// @param end behind the last unit
  public record Place(int turn, int start, int end) {}

  /// Copies the places.
  public Sighting { places = List.copyOf(places); }
}
