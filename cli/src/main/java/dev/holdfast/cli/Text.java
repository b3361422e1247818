package dev.holdfast.cli;

import dev.holdfast.client.ClientException;
import dev.holdfast.client.ClientException.Kind;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;

/// How numbers and times are shown to people, and how they type durations.
public final class Text {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm",
      Locale.ENGLISH);
  private static final DateTimeFormatter TIME_TO_SECOND = DateTimeFormatter
      .ofPattern("d MMM uuuu, HH:mm:ss", Locale.ENGLISH);
  private static final Pattern DURATION = Pattern.compile("(\\d{1,9})([smhd])");

  private Text() {}

  /// In the person's zone.
  public static String time(Instant instant, Clock clock) {
    return TIME.format(instant.atZone(clock.getZone()));
  }

  /// The same, to the second, for what is near.
  public static String second(Instant instant, Clock clock) {
    return TIME_TO_SECOND.format(instant.atZone(clock.getZone()));
  }

  /// The two largest units.
  public static String duration(Duration duration) {
    var rounded = duration.isNegative() ? Duration.ZERO : duration.plusMillis(999);
    if (rounded.toDays() > 0) return units(rounded.toDays(), "d", rounded.toHoursPart(), "h");
    if (rounded.toHours() > 0) return units(rounded.toHours(), "h", rounded.toMinutesPart(), "min");
    if (rounded.toMinutes() > 0)
      return units(rounded.toMinutes(), "min", rounded.toSecondsPart(), "s");
    return rounded.toSeconds() + " s";
  }

  private static String units(long large, String unit, long small, String smaller) {
    return small == 0 ? large + " " + unit : large + " " + unit + " " + small + " " + smaller;
  }

  /// Bytes, kB, MB or GB, three digits.
  public static String bytes(long bytes) {
    if (bytes < 1000) return bytes + " B";
    double value = bytes;
    int unit = -1;
    while (value >= 999.5 && unit < 3) {
      value /= 1000;
      unit++;
    }
    return String.format(Locale.ROOT, value < 9.995 ? "%.2f" : value < 99.95 ? "%.1f" : "%.0f",
        value) + " " + "kMGT".charAt(unit) + "B";
  }

  /// A number with its noun.
  public static String count(long number, String one, String many) {
    return String.format(Locale.ROOT, "%,d", number) + " " + (number == 1 ? one : many);
  }

  /// Text of somebody else without what could steer a terminal.
  public static String plain(String text) {
    return text.replaceAll("[\\p{Cc}\\p{Cf}]", "");
  }

  /// The beginning of an id, enough for people.
  public static String brief(String id) {
    return id.substring(0, Math.min(8, id.length()));
  }

  /// What a person typed: a number and s, m, h or d.
  ///
  /// @throws ClientException USAGE if it is something else
  public static Duration duration(String typed) {
    var parts = DURATION.matcher(typed);
    if (!parts.matches())
      throw new ClientException(Kind.USAGE, "\"" + typed + "\" is not a duration",
          "write a number and s, m, h or d: 90s, 10m, 72h, 7d");
    long number = Long.parseLong(parts.group(1));
    return switch (parts.group(2)) {
      case "s" -> Duration.ofSeconds(number);
      case "m" -> Duration.ofMinutes(number);
      case "h" -> Duration.ofHours(number);
      default -> Duration.ofDays(number);
    };
  }
}
