package dev.holdfast.desk.warning;

import java.time.Duration;

/// How a desk publishes.
///
/// @param name who speaks, one line
/// @param fourEyes whether a second person has to approve
/// @param valid how long a feed is good for; it is issued again at half of it
public record DeskTerms(String name, boolean fourEyes, Duration valid) {
  /// @throws IllegalArgumentException if a feed would hold for less than a minute
  public DeskTerms {
    if (valid.compareTo(Duration.ofMinutes(1)) < 0)
      throw new IllegalArgumentException("a feed is good for at least a minute");
  }
}
