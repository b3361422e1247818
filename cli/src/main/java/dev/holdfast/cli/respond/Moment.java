package dev.holdfast.cli.respond;

import dev.holdfast.cli.Text;
import dev.holdfast.client.ClientException;
import dev.holdfast.client.ClientException.Kind;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;

/// When something happened, as people type it.
final class Moment {
  private Moment() {}

  /// @throws ClientException USAGE if it is something else, or still to come
  static Instant read(String typed, Clock clock) {
    var moment = parse(typed.strip(), clock);
    if (moment.isAfter(clock.instant()))
      throw new ClientException(Kind.USAGE, "--when names a time that is yet to come",
          "say how long ago it was: 2h, 3d");
    return moment;
  }

  private static Instant parse(String typed, Clock clock) {
    try {
      if (typed.matches("\\d{4}-\\d{2}-\\d{2}"))
        return LocalDate.parse(typed).atStartOfDay(clock.getZone()).toInstant();
      if (typed.contains("T")) return Instant.parse(typed);
      return clock.instant().minus(Text.duration(typed));
    } catch (DateTimeException | ArithmeticException e) {
      throw new ClientException(Kind.USAGE, "--when is not understood",
          "write 2h, 3d, 2026-11-24 or 2026-11-24T18:00:00Z", e);
    }
  }
}
