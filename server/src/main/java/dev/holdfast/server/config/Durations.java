package dev.holdfast.server.config;

import java.time.Duration;
import java.util.regex.Pattern;

/// Durations as people write them: a number and s, m, h or d.
public final class Durations {
  private static final Pattern SHAPE = Pattern.compile("(\\d{1,7})([smhd])");

  private Durations() {}

  /// @throws IllegalArgumentException with a sentence for people
  public static Duration parse(String text) {
    var match = SHAPE.matcher(text.strip());
    if (!match.matches())
      throw new IllegalArgumentException(
          "expected a duration such as 30s, 10m, 72h or 7d, not \"" + text + "\"");
    long number = Long.parseLong(match.group(1));
    return switch (match.group(2).charAt(0)) {
      case 's' -> Duration.ofSeconds(number);
      case 'm' -> Duration.ofMinutes(number);
      case 'h' -> Duration.ofHours(number);
      default -> Duration.ofDays(number);
    };
  }
}
