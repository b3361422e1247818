package dev.holdfast.server.mail;

import dev.holdfast.server.config.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/// The SMTP server that takes our letters.
///
/// @param password read again for each letter, so that it can be changed without a restart
record MailServer(String host, int port, Security security, String user, Optional<Path> password,
    String from) {
  /// How the connection is protected.
  enum Security {
    NONE, STARTTLS, TLS
  }

  /// Empty if the operator has set none.
  ///
  /// @throws IllegalArgumentException with a sentence for the operator
  static Optional<MailServer> of(Settings settings) {
    return settings.text("smtp.host")
        .map(host -> new MailServer(host, settings.number("smtp.port"),
            security(settings.text("smtp.security").orElse("")),
            settings.text("smtp.user").orElse(""), settings.file("smtp.password-file"),
            settings.text("smtp.from").orElseThrow()));
  }

  private static Security security(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "none" -> Security.NONE;
      case "starttls" -> Security.STARTTLS;
      case "tls" -> Security.TLS;
      default -> throw new IllegalArgumentException(
          "smtp.security: expected none, starttls or tls, not \"" + text + "\"");
    };
  }

  String passwordText() throws IOException {
    return password.isEmpty() ? "" : Files.readString(password.get()).strip();
  }
}
