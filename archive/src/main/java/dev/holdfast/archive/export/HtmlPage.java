package dev.holdfast.archive.export;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;

/// Pages for a browser: no script, nothing from the network, every word from a message escaped.
final class HtmlPage implements ChatPage {
  private static final int MESSAGES_A_PAGE = 2000;
  private static final String HEAD = """
      <!doctype html>
      <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src 'self' file:; media-src 'self' file:; style-src 'unsafe-inline'">
      <title>%1$s</title><style>
      :root { color-scheme: light dark } body { font: 16px/1.45 system-ui, sans-serif; max-width: 46rem; margin: 0 auto; padding: 1rem }
      h1 { font-size: 1.3rem } .message { margin: .5rem 0; padding: .5rem .8rem; border-radius: .8rem; background: #80808022; max-width: 85%%; width: fit-content }
      .mine { margin-left: auto; background: #1b6e5333 } .who { font-weight: 600 } time, .who, .note, .earlier { font-size: .85rem } time { opacity: .75 }
      .text { white-space: pre-wrap; overflow-wrap: anywhere } blockquote { margin: .2rem 0; padding-left: .6rem; border-left: 3px solid #8888; font-size: .9rem }
      .reactions { list-style: none; margin: .2rem 0 0; padding: 0; font-size: .85rem } .reactions li { display: inline; margin-right: .6rem }
      img, video { max-width: 100%%; border-radius: .5rem } nav { margin: 1rem 0 }
      </style></head><body><h1 dir="auto">%1$s</h1>
      """;

  private final DateTimeFormatter time;

  HtmlPage(ZoneId zone, Locale locale) {
    time = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
        .withLocale(locale)
        .withZone(zone);
  }

  @Override
  public String ending() {
    return ".html";
  }

  @Override
  public int limit() {
    return MESSAGES_A_PAGE;
  }

  @Override
  public String begin(String title, int page, String previous) {
    var back = previous.isEmpty()
        ? ""
        : " · <a href=\"%s\">earlier messages</a>".formatted(escape(previous));
    return HEAD.formatted(escape(title) + (page > 1 ? ", page " + page : ""))
        + "<nav><a href=\"../index.html\">all chats</a>" + back
        + "</nav>\n<main>\n";
  }

  @Override
  public String message(Message message) {
    var out = new StringBuilder();
    out.append("<article class=\"message")
        .append(message.mine() ? " mine" : "")
        .append("\"><span class=\"who\" dir=\"auto\">")
        .append(escape(message.author()))
        .append("</span> ")
        .append(at(message.sentAt()));
    message.quote()
        .ifPresent(quote -> out.append("<blockquote dir=\"auto\"><span class=\"who\">")
            .append(escape(quote.author()))
            .append("</span> ")
            .append(escape(quote.text()))
            .append("</blockquote>"));
    if (!message.note().isEmpty())
      out.append("<div class=\"note\">").append(escape(message.note())).append("</div>");
    if (!message.text().isEmpty())
      out.append("<div class=\"text\" dir=\"auto\">")
          .append(escape(message.text()))
          .append("</div>");
    message.attachments()
        .forEach(attachment -> out.append("<div>").append(attachment(attachment)).append("</div>"));
    if (!message.earlier().isEmpty()) earlier(out, message.earlier());
    if (!message.reactions().isEmpty()) reactions(out, message.reactions());
    return out.append("</article>\n").toString();
  }

  private void earlier(StringBuilder out, List<Message.Version> versions) {
    out.append("<details class=\"earlier\"><summary>edited</summary>");
    versions.forEach(version -> out.append("<div dir=\"auto\">")
        .append(at(version.sentAt()))
        .append(' ')
        .append(escape(version.text()))
        .append("</div>"));
    out.append("</details>");
  }

  private static void reactions(StringBuilder out, List<Message.Reaction> reactions) {
    out.append("<ul class=\"reactions\" aria-label=\"reactions\">");
    reactions.forEach(reaction -> out.append("<li>")
        .append(escape(reaction.emoji()))
        .append(' ')
        .append(escape(reaction.author()))
        .append("</li>"));
    out.append("</ul>");
  }

  private static String attachment(Attachment attachment) {
    var label = escape(attachment.label());
    if (attachment.path().isEmpty())
      return "<span class=\"note\">" + label + ", not in this backup</span>";
    var path = "../" + escape(attachment.path().get());
    if (attachment.isImage())
      return "<a href=\"%1$s\"><img src=\"%1$s\" alt=\"%2$s\" loading=\"lazy\"></a>".formatted(path,
          label);
    if (attachment.isSound())
      return "<audio controls preload=\"none\" src=\"%s\" aria-label=\"%s\"></audio>"
          .formatted(path, label);
    if (attachment.isFilm())
      return "<video controls preload=\"none\" src=\"%s\" aria-label=\"%s\"></video>"
          .formatted(path, label);
    return "<a href=\"%s\">%s</a>".formatted(path, label);
  }

  @Override
  public String end(String next) {
    return "</main>\n"
        + (next.isEmpty()
            ? ""
            : "<nav><a href=\"%s\">later messages</a></nav>".formatted(escape(next)))
        + "</body></html>\n";
  }

  @Override
  public Overview overview(List<Entry> chats) {
    var out = new StringBuilder(HEAD.formatted("Chats")).append("<main><ul>\n");
    chats.forEach(chat -> out.append(
        "<li><a dir=\"auto\" href=\"%s\">%s</a> <span class=\"note\">%d messages</span></li>%n"
            .formatted(escape(chat.path()), escape(chat.title()), chat.messages())));
    return new Overview("index.html", out.append("</ul></main></body></html>\n").toString());
  }

  private String at(Instant instant) {
    return "<time datetime=\"" + instant + "\">" + escape(time.format(instant)) + "</time>";
  }

  /// Markup in a message must stay text; direction controls stay inside their own element
  /// by `dir="auto"`.
  static String escape(String text) {
    var out = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&#39;");
        default -> out.append(c < ' ' && c != '\n' && c != '\t' ? '\uFFFD' : c);
      }
    }
    return out.toString();
  }
}
