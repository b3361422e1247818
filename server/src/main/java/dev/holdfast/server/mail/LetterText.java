package dev.holdfast.server.mail;

import dev.holdfast.kernel.wire.AlarmEvent;
import dev.holdfast.vault.alarm.Letter;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.Supplier;

/// What letters say: plain sentences, what happened and what to do. What a stranger calls its
/// machine is shown with letters and digits only, so that no letter of ours carries a
/// stranger's link.
final class LetterText {
  private static final DateTimeFormatter TIME = DateTimeFormatter
      .ofPattern("d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
      .withZone(ZoneOffset.UTC);
  private static final int LONGEST_NAME = 60;

  private final Supplier<URI> publicUrl;

  LetterText(Supplier<URI> publicUrl) {
    this.publicUrl = publicUrl;
  }

  String subject(Letter letter) {
    return switch (letter) {
      case Letter.AlarmLetter alarm -> "Holdfast: " + headline(alarm.event().kind());
      case Letter.TestLetter test -> "Holdfast: the code for this alarm channel";
    };
  }

  String body(Letter letter) {
    return switch (letter) {
      case Letter.AlarmLetter alarm -> alarm(alarm);
      case Letter.TestLetter test -> """
          Somebody wants alarms of vault %s to come to this address.
          If it was you, confirm the channel with this code:

              %s

          If it was not you, there is nothing to do.
          """.formatted(test.vault(), test.code());
    };
  }

  private String alarm(Letter.AlarmLetter letter) {
    var event = letter.event();
    var text = new StringBuilder(headline(event.kind())).append(".\n\n")
        .append("Vault: ")
        .append(letter.vault())
        .append('\n')
        .append("When: ")
        .append(TIME.format(Instant.ofEpochMilli(event.at())))
        .append('\n');
    if (!event.from().isEmpty())
      text.append("Who, by their own words: ").append(harmless(event.from())).append('\n');
    if (event.releasableAt() > 0)
      text.append("The waiting period ends: ")
          .append(TIME.format(Instant.ofEpochMilli(event.releasableAt())))
          .append('\n');
    letter.veto().filter(token -> canStillBeStopped(event)).ifPresent(token -> text.append("""

        If this was not you, stop it here. The page has one button; opening it changes nothing:

            %s/veto/%s

        If it was you, there is nothing to do.
        """.formatted(publicUrl.get(), token.text())));
    return text.append("""

        Holdfast never asks for your recovery code or for Signal's recovery key.
        """).toString();
  }

  private static boolean canStillBeStopped(AlarmEvent event) {
    return !event.kind().equals("opened") && !event.kind().equals("vetoed");
  }

  private static String headline(String kind) {
    return switch (kind) {
      case "requested" -> "somebody asks to open your vault";
      case "waiting-25" -> "somebody asks to open your vault; a quarter of the wait is over";
      case "waiting-50" -> "somebody asks to open your vault; half of the wait is over";
      case "waiting-90" -> "somebody asks to open your vault; the wait is nearly over";
      case "releasable" -> "the wait is over; your vault can be opened now";
      case "released" -> "the release share of your vault was handed out";
      case "not-opened" -> "the release share was handed out, and nobody has opened the vault";
      case "opened" -> "your vault was opened; its recovery code is spent";
      case "vetoed" -> "a request was vetoed; your vault is locked";
      case "locked" -> "your vault was locked";
      case "unlocked" -> "your vault was unlocked";
      case "rekeyed" -> "your vault was re-keyed; the reserve code counts now";
      case "device-added" -> "a device was added to your vault";
      case "device-revoked" -> "a device of your vault was revoked";
      case "signal-key-typed" -> "Signal's recovery key was typed where it does not belong;"
          + " somebody may have been phished";
      case "rolled-back" -> "the server was set back to an older state; your vault is locked";
      default -> "something happened to your vault: " + harmless(kind);
    };
  }

  private static String harmless(String text) {
    var kept = new StringBuilder();
    text.codePoints()
        .limit(LONGEST_NAME)
        .map(c -> Character.isLetterOrDigit(c) || c == '-' ? c : ' ')
        .forEach(kept::appendCodePoint);
    return kept.toString().strip();
  }
}
