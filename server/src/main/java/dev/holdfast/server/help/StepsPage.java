package dev.holdfast.server.help;

import static dev.holdfast.server.help.HelpHtml.escape;
import static dev.holdfast.server.help.HelpHtml.say;

import dev.holdfast.guard.runbook.Given;
import dev.holdfast.guard.runbook.Runbook;
import dev.holdfast.guard.runbook.Situation;
import dev.holdfast.guard.runbook.Speech;
import dev.holdfast.guard.runbook.Step;
import dev.holdfast.guard.runbook.Term;
import dev.holdfast.guard.runbook.Todo;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// The steps with boxes to tick; the ticks are the browser's alone.
record StepsPage(Speech speech, Situation situation, List<Todo> todos,
    Optional<String> helpline) {
  String html() {
    var finished = Runbook.needsNewKey(todos) ? "finished" : "finished_other";
    return HelpHtml.page(speech, """
        <p>%s</p>
        <p class="box">%s</p>
        <ol>
        %s</ol>
        <p><strong>%s</strong></p>
        <p class="screen">%s %s</p>
        %s
        <nav><a href="/help?lang=%s">%s</a></nav>""".formatted(say(speech, "lead"),
        say(speech, "never"), todos.stream().map(this::item).collect(Collectors.joining()),
        say(speech, finished), say(speech, "print"), say(speech, "private"),
        helpline.map(this::letter).orElse(""), speech.tag(), say(speech, "again")));
  }

  private String item(Todo todo) {
    var step = todo.step();
    var item = new StringBuilder("<li><label><input type=\"checkbox\"><span class=\"do\">")
        .append(escape(speech.todo(step)))
        .append("</span></label>\n");
    if (step == Step.STOP_ANSWERING)
      speech.picture(situation.phone())
          .ifPresent(how -> item.append("<p>").append(escape(how)).append("</p>\n"));
    item.append("<p>").append(escape(speech.why(step))).append("</p>\n");
    todo.term().ifPresent(term -> item.append(clock(term)));
    return item.append("</li>\n").toString();
  }

  /// Dates are set apart, so that their numbers do not wander in text from right to left.
  private String clock(Term term) {
    var marked = escape(
        speech.clock(term, ZoneOffset.UTC, date -> "\u0001" + date + "\u0002"));
    return "<p class=\"clock\">" + marked.replace("\u0001", "<bdi>").replace("\u0002", "</bdi>")
        + "</p>\n";
  }

  /// One tap hands over what was ticked; the person's own mail program shows it first.
  private String letter(String address) {
    var body = "gave: " + situation.given()
        .stream()
        .map(Given::word)
        .collect(Collectors.joining(", ")) + "\nwhen: "
        + situation.when().map(Instant::toString).orElse("?") + "\nphone: "
        + situation.phone().word() + "\nlanguage: " + speech.tag() + "\n";
    var link = "mailto:" + address + "?subject=" + encode(speech.say("title")) + "&body="
        + encode(body);
    return "<p class=\"screen\"><a href=\"" + escape(link) + "\">" + say(speech, "helpline")
        + "</a></p>";
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
