package dev.holdfast.server.warning;

import dev.holdfast.desk.sharing.Dossiers;
import dev.holdfast.desk.sharing.Publisher;
import dev.holdfast.desk.warning.DeskTerms;
import dev.holdfast.desk.warning.Warnings;
import dev.holdfast.server.config.Settings;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;

/// What the words work with.
///
/// @param home of the server
public record WarningDesk(Path home, Settings settings, Clock clock) {
  /// The warnings of this server's desk. Commands and the running server may use them side by side.
  public Warnings warnings() {
    return new Warnings(folder(), new DeskTerms(name(), settings.flag("desk.four-eyes"),
        settings.duration("desk.feed-valid")), clock, new SecureRandom());
  }

  /// What this desk may share with other tools.
  public Dossiers dossiers() {
    return new Dossiers(folder(), warnings(), clock);
  }

  /// As whom it shares.
  public Publisher publisher() {
    return Publisher.of(name(), warnings().key());
  }

  private Path folder() {
    return home.resolve("desk");
  }

  private String name() {
    return settings.text("desk.name").orElse("desk");
  }
}
