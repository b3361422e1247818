package dev.holdfast.server.help;

import static dev.holdfast.server.help.HelpHtml.escape;
import static dev.holdfast.server.help.HelpHtml.say;

import dev.holdfast.guard.runbook.Given;
import dev.holdfast.guard.runbook.Phone;
import dev.holdfast.guard.runbook.Speech;
import java.util.Locale;

/// What happened? Only boxes to tick and a day: there is no field into which a secret could go.
record QuestionPage(Speech speech) {
  String html() {
    return HelpHtml.page(speech, """
        <p>%s</p>
        <p class="box">%s</p>
        <form method="post" action="/help">
        <input type="hidden" name="lang" value="%s">
        <fieldset><legend>%s</legend>
        %s</fieldset>
        <fieldset><legend>%s</legend>
        <input type="date" name="when" aria-label="%s"></fieldset>
        <fieldset><legend>%s</legend>
        %s</fieldset>
        <button type="submit">%s</button>
        </form>
        <p>%s</p>
        %s""".formatted(say(speech, "lead"), say(speech, "never"), speech.tag(),
        say(speech, "ask_gave"), given(), say(speech, "ask_when"), say(speech, "ask_when"),
        say(speech, "ask_phone"), phones(), say(speech, "show_steps"), say(speech, "private"),
        languages()));
  }

  private String given() {
    var boxes = new StringBuilder();
    for (var one : Given.ALL)
      boxes.append("<label><input type=\"checkbox\" name=\"gave\" value=\"")
          .append(one.word())
          .append("\"><span>")
          .append(say(speech, "given_" + one.word()))
          .append("</span></label>\n");
    return boxes.toString();
  }

  private String phones() {
    var buttons = new StringBuilder();
    for (var phone : Phone.values())
      buttons.append("<label><input type=\"radio\" name=\"phone\" value=\"")
          .append(phone.word())
          .append(phone == Phone.OTHER ? "\" checked><span>" : "\"><span>")
          .append(say(speech, "phone_" + phone.word()))
          .append("</span></label>\n");
    return buttons.toString();
  }

  private String languages() {
    var links = new StringBuilder("<nav aria-label=\"" + say(speech, "language") + "\">");
    for (var tag : Speech.LANGUAGES) {
      var locale = Locale.forLanguageTag(tag);
      links.append("<a href=\"/help?lang=%s\" lang=\"%s\" hreflang=\"%s\"><bdi>%s</bdi></a>\n"
          .formatted(tag, tag, tag, escape(locale.getDisplayName(locale))));
    }
    return links.append("</nav>").toString();
  }
}
