package dev.holdfast.desk.report;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/// Dates as ISO 8601 writes them: a day, a day with a time (then UTC), or an instant with
/// an offset.
public final class Moments {
  private static final int DAY = 10;

  private Moments() {}

  /// @param text such as `2026-05-27` or `2026-05-27T08:00:00+02:00`; empty if it is neither
  public static Optional<Report.Moment> of(String text) {
    var told = text.strip().replace(' ', 'T');
    try {
      if (told.length() <= DAY)
        return Optional.of(new Report.Moment(
            LocalDate.parse(told).atStartOfDay().toInstant(ZoneOffset.UTC), true));
      return Optional.of(new Report.Moment(instant(told), false));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Instant instant(String told) {
    var time = told.substring(DAY);
    return time.endsWith("Z") || time.indexOf('+') > 0 || time.indexOf('-') > 0
        ? OffsetDateTime.parse(told).toInstant()
        : LocalDateTime.parse(told).toInstant(ZoneOffset.UTC);
  }
}
