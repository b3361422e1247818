package dev.holdfast.archive.export;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/// Plain text: a line with time and name, the words below it.
final class TextPage implements ChatPage {
  private final DateTimeFormatter time;

  TextPage(ZoneId zone) {
    time = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withZone(zone);
  }

  @Override
  public String ending() {
    return ".txt";
  }

  @Override
  public int limit() {
    return Integer.MAX_VALUE;
  }

  @Override
  public String begin(String title, int page, String previous) {
    return plain(title) + "\n" + "=".repeat(Math.min(70, Math.max(3, title.length()))) + "\n\n";
  }

  @Override
  public String message(Message message) {
    var out = new StringBuilder();
    out.append('[')
        .append(at(message.sentAt()))
        .append("] ")
        .append(plain(message.author()))
        .append('\n');
    message.quote()
        .ifPresent(quote -> indent(out, "> " + plain(quote.author()) + ": " + quote.text()));
    if (!message.note().isEmpty()) indent(out, "(" + message.note() + ")");
    if (!message.text().isEmpty()) indent(out, message.text());
    for (var attachment : message.attachments())
      indent(out, "[" + plain(attachment.label())
          + attachment.path().map(path -> ": " + path).orElse(", not in this backup") + "]");
    for (var version : message.earlier())
      indent(out, "(before, " + at(version.sentAt()) + ": " + version.text() + ")");
    for (var reaction : message.reactions())
      indent(out, reaction.emoji() + " " + plain(reaction.author()));
    return out.append('\n').toString();
  }

  @Override
  public String end(String next) {
    return "";
  }

  @Override
  public Overview overview(List<Entry> chats) {
    var out = new StringBuilder();
    chats.forEach(chat -> out.append(chat.path())
        .append("  ")
        .append(plain(chat.title()))
        .append("  ")
        .append(chat.messages())
        .append(" messages\n"));
    return new Overview("index.txt", out.toString());
  }

  private String at(Instant instant) {
    return time.format(instant);
  }

  private static void indent(StringBuilder out, String text) {
    text.lines().forEach(line -> out.append("  ").append(plain(line)).append('\n'));
  }

  /// Control characters could drive the reader's terminal.
  private static String plain(String text) {
    return text.codePoints()
        .map(c -> Character.isISOControl(c) ? 0xFFFD : c)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
