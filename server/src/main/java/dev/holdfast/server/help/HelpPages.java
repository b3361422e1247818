package dev.holdfast.server.help;

import dev.holdfast.desk.runbook.Playbook;
import dev.holdfast.guard.runbook.Given;
import dev.holdfast.guard.runbook.Phone;
import dev.holdfast.guard.runbook.Runbook;
import dev.holdfast.guard.runbook.Situation;
import dev.holdfast.guard.runbook.Speech;
import dev.holdfast.server.gate.SecretsInBody;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/// `GET /help` asks what happened, `POST /help` answers with the steps that still help
/// (docs/respond.md). Nothing is stored or logged; the answers are in a body, so that no history and
/// no link holds them.
public final class HelpPages {
  private static final int LARGEST_FORM = 2048;

  private final Clock clock;
  private final Optional<String> helpline;

  /// @param helpline an e-mail address to which people may send their list
  public HelpPages(Clock clock, Optional<String> helpline) {
    this.clock = clock;
    this.helpline = helpline;
  }

  /// Adds the pages.
  public void register(RoutesConfig routes) {
    routes.get("/help", this::ask);
    routes.post("/help", this::answer);
    routes.get("/help/playbooks/{name}", HelpPages::playbook);
  }

  /// `GET /help/playbooks/recovery_key.json?lang=de`: the case as CACAO 2.0, for other tools.
  private static void playbook(Context context) {
    var given = Given.of(context.pathParam("name").replaceAll("\\.json$", ""))
        .orElseThrow(NotFoundResponse::new);
    var speech = Speech.in(Objects.requireNonNullElse(context.queryParam("lang"), "en"));
    context.header("Cache-Control", "public, max-age=3600")
        .header("X-Content-Type-Options", "nosniff")
        .contentType("application/cacao+json;version=2.0")
        .result(Playbook.of(given, speech));
  }

  private void ask(Context context) {
    var named = context.queryParam("lang");
    var speech = named == null ? accepted(context) : Speech.in(named);
    send(context, speech, new QuestionPage(speech).html());
  }

  /// The first language of the browser's list that is spoken.
  private static Speech accepted(Context context) {
    try {
      return Locale.LanguageRange.parse(String.valueOf(context.header("Accept-Language")))
          .stream()
          .flatMap(range -> Speech.nearest(range.getRange()).stream())
          .findFirst()
          .map(Speech::in)
          .orElseGet(() -> Speech.in("en"));
    } catch (IllegalArgumentException e) {
      return Speech.in("en");
    }
  }

  private void answer(Context context) throws IOException {
    var given = EnumSet.noneOf(Given.class);
    var phone = Phone.OTHER;
    Optional<Instant> when = Optional.empty();
    var speech = Speech.in("en");
    var body = context.req().getInputStream().readNBytes(LARGEST_FORM);
    for (var field : new String(body, StandardCharsets.UTF_8).split("&", -1)) {
      var value = value(field);
      switch (field.replaceAll("=.*", "")) {
        case "gave" -> Given.of(value).ifPresent(given::add);
        case "phone" -> phone = Phone.of(value);
        case "when" -> when = day(value);
        case "lang" -> speech = Speech.in(value);
        default -> {
          // there is no other field
        }
      }
    }
    var situation = new Situation(given, when, phone);
    var todos = Runbook.steps(situation, clock.instant());
    send(context, speech, new StepsPage(speech, situation, todos, helpline).html());
  }

  private static String value(String field) {
    try {
      var value = URLDecoder.decode(field.substring(field.indexOf('=') + 1),
          StandardCharsets.UTF_8);
      SecretsInBody.refuse(value);
      return value;
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  private Optional<Instant> day(String value) {
    try {
      var day = LocalDate.parse(value).atStartOfDay(ZoneOffset.UTC).toInstant();
      return day.isAfter(clock.instant()) ? Optional.empty() : Optional.of(day);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static void send(Context context, Speech speech, String html) {
    context.header("Content-Security-Policy", HelpHtml.POLICY)
        .header("Content-Language", speech.tag())
        .header("Referrer-Policy", "no-referrer")
        .header("X-Content-Type-Options", "nosniff")
        .header("X-Frame-Options", "DENY")
        .header("Cache-Control", "no-store")
        .header("Vary", "Accept-Language")
        .contentType("text/html; charset=utf-8")
        .result(html);
  }
}
