package dev.holdfast.server.mail;

import dev.holdfast.server.config.Settings;
import dev.holdfast.vault.alarm.Courier;
import dev.holdfast.vault.alarm.Letter;
import dev.holdfast.vault.alarm.UndeliveredException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Supplier;

/// Carries letters by SMTP.
public final class MailCourier implements Courier {
  private static final int LONGEST_ADDRESS = 254;
  private static final String TIMEOUT_MILLIS = "15000";

  private final MailServer server;
  private final LetterText text;

  private MailCourier(MailServer server, LetterText text) {
    this.server = server;
    this.text = text;
  }

  /// The courier that the settings describe; empty if they name no mail server.
  ///
  /// @param publicUrl what veto links begin with; asked at each letter
  public static Optional<Courier> of(Settings settings, Supplier<URI> publicUrl) {
    return MailServer.of(settings)
        .map(server -> new MailCourier(server,
            new LetterText(publicUrl)));
  }

  @Override
  public String kind() {
    return "email";
  }

  @Override
  public boolean knows(String address) {
    if (address.length() > LONGEST_ADDRESS || address.chars().anyMatch(c -> c <= ' ' || c == ','))
      return false;
    try {
      new InternetAddress(address, true).validate();
      return address.contains("@");
    } catch (AddressException e) {
      return false;
    }
  }

  @Override
  public void carry(Letter letter) throws UndeliveredException {
    try {
      var session = Session.getInstance(properties());
      var message = message(session, letter);
      try (var transport = session.getTransport(protocol())) {
        connect(transport);
        transport.sendMessage(message, message.getAllRecipients());
      }
    } catch (MessagingException | IOException e) {
      throw new UndeliveredException("the mail server did not take the message", e);
    }
  }

  private void connect(Transport transport) throws MessagingException, IOException {
    if (server.user().isEmpty()) transport.connect();
    else
      transport.connect(server.user(), server.passwordText());
  }

  private MimeMessage message(Session session, Letter letter) throws MessagingException {
    var message = new MimeMessage(session);
    message.setFrom(new InternetAddress(server.from(), true));
    message.setRecipient(Message.RecipientType.TO, new InternetAddress(letter.address(), true));
    message.setSubject(text.subject(letter), StandardCharsets.UTF_8.name());
    message.setText(text.body(letter), StandardCharsets.UTF_8.name());
    message.setHeader("Date",
        DateTimeFormatter.RFC_1123_DATE_TIME.format(ZonedDateTime.now(ZoneOffset.UTC)));
    message.setHeader("Auto-Submitted", "auto-generated");
    return message;
  }

  private String protocol() {
    return server.security() == MailServer.Security.TLS ? "smtps" : "smtp";
  }

  private Properties properties() {
    var prefix = "mail." + protocol() + ".";
    var properties = new Properties();
    properties.setProperty(prefix + "host", server.host());
    properties.setProperty(prefix + "port", Integer.toString(server.port()));
    properties.setProperty(prefix + "connectiontimeout", TIMEOUT_MILLIS);
    properties.setProperty(prefix + "timeout", TIMEOUT_MILLIS);
    properties.setProperty(prefix + "writetimeout", TIMEOUT_MILLIS);
    properties.setProperty(prefix + "ssl.checkserveridentity", "true");
    if (server.security() == MailServer.Security.STARTTLS) {
      properties.setProperty(prefix + "starttls.enable", "true");
      properties.setProperty(prefix + "starttls.required", "true");
    }
    if (!server.user().isEmpty()) properties.setProperty(prefix + "auth", "true");
    return properties;
  }
}
