package dev.holdfast.cli.respond;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.holdfast.cli.ExitCode;
import dev.holdfast.cli.Holdfast;
import dev.holdfast.cli.Language;
import dev.holdfast.client.ClientException;
import dev.holdfast.client.ClientException.Kind;
import dev.holdfast.guard.runbook.Given;
import dev.holdfast.guard.runbook.Phone;
import dev.holdfast.guard.runbook.Runbook;
import dev.holdfast.guard.runbook.Situation;
import dev.holdfast.guard.runbook.Speech;
import dev.holdfast.guard.runbook.Step;
import dev.holdfast.guard.runbook.Term;
import dev.holdfast.guard.runbook.Todo;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `holdfast respond`
@Command(description = {"You gave something away: the steps that still help, first things first.",
    "Nothing is sent or kept; it works without a network. It never asks for the secret itself."}, footer = {
        "", "Examples:", "  holdfast respond --gave recovery_key --when 2h --phone android",
        "  holdfast respond --gave pin,code --lang uk > steps.txt"})
public final class RespondCommand implements Callable<Integer> {
  @Option(names = "--gave", split = ",", paramLabel = "WHAT", description = "recovery_key, pin, code, device_link, qr, screen_share, account_lost or nothing; may be given several times")
  List<String> gave = List.of();

  @Option(names = "--when", paramLabel = "WHEN", description = "how long ago (2h, 3d), a day (2026-11-24) or a time (2026-11-24T18:00:00Z)")
  @Nullable
  String when;

  @Option(names = "--phone", paramLabel = "PHONE", description = "android or ios")
  String phone = "other";

  @Option(names = "--lang", paramLabel = "TAG", description = "en, de, fr, es, uk, ru, ar, fa, zh-Hans or zh-Hant (default: from LANG)")
  @Nullable
  String language;

  private final Holdfast app;

  public RespondCommand(Holdfast app) {
    this.app = app;
  }

  private record Document(String lang, List<String> gave, @Nullable String when, String phone,
      List<Line> steps, String finished) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  private record Line(String step, String todo, String why, @Nullable Clock clock) {}

  private record Clock(String kind, List<String> at, String text) {}

  @Override
  public Integer call() {
    var speech = Speech.in(Language.of(language, app.terminal().environment()));
    var situation = new Situation(given(speech), when(), phone());
    var todos = Runbook.steps(situation, app.clock().instant());
    app.tell(document(speech, situation, todos));
    if (!app.json()) show(speech, situation, todos);
    return ExitCode.DONE;
  }

  private Set<Given> given(Speech speech) {
    if (gave.isEmpty()) return asked(speech);
    var given = EnumSet.noneOf(Given.class);
    for (var word : gave)
      given.add(Given.of(word)
          .orElseThrow(() -> new ClientException(Kind.USAGE,
              "--gave does not know the word that was given", "it knows: " + words())));
    return given;
  }

  private static String words() {
    return Given.ALL.stream().map(Given::word).collect(Collectors.joining(", "));
  }

  private Set<Given> asked(Speech speech) {
    if (!app.terminal().interactive())
      throw new ClientException(Kind.USAGE, "respond needs to know what was given away",
          "name it with --gave: " + words());
    app.say(speech.say("lead") + "\n" + speech.say("never") + "\n");
    var given = EnumSet.noneOf(Given.class);
    for (var one : Given.ALL)
      if (one != Given.NOTHING
          && app.confirms(speech.say("given_" + one.word()) + "?").orElse(false))
        given.add(one);
    return given;
  }

  private Optional<Instant> when() {
    if (when == null) return Optional.empty();
    return Optional.of(Moment.read(when, app.clock()));
  }

  private Phone phone() {
    var named = Phone.of(phone);
    if (named == Phone.OTHER && !phone.toLowerCase(Locale.ROOT).equals(Phone.OTHER.word()))
      throw new ClientException(Kind.USAGE, "--phone is android or ios",
          "leave it out if it is another");
    return named;
  }

  private Document document(Speech speech, Situation situation, List<Todo> todos) {
    return new Document(speech.tag(), situation.given().stream().map(Given::word).toList(),
        situation.when().map(Instant::toString).orElse(null), situation.phone().word(),
        todos.stream().map(todo -> line(speech, todo)).toList(), finished(speech, todos));
  }

  private Line line(Speech speech, Todo todo) {
    return new Line(todo.step().key(), speech.todo(todo.step()), speech.why(todo.step()),
        todo.term().map(term -> clock(speech, term)).orElse(null));
  }

  private Clock clock(Speech speech, Term term) {
    return new Clock(term.kind().name().toLowerCase(Locale.ROOT),
        term.at().stream().map(Instant::toString).toList(),
        speech.clock(term, app.clock().getZone()));
  }

  private void show(Speech speech, Situation situation, List<Todo> todos) {
    app.say(speech.say("lead") + "\n" + speech.say("never") + "\n");
    int number = 1;
    for (var todo : todos) {
      app.say("[ ] " + number++ + ". " + speech.todo(todo.step()));
      if (todo.step() == Step.STOP_ANSWERING)
        speech.picture(situation.phone()).ifPresent(how -> app.say("       " + how));
      app.say("       " + speech.why(todo.step()));
      todo.term()
          .ifPresent(
              term -> app.say("       * " + speech.clock(term, app.clock().getZone())));
      app.say("");
    }
    app.say(finished(speech, todos));
  }

  private static String finished(Speech speech, List<Todo> todos) {
    return speech.say(Runbook.needsNewKey(todos) ? "finished" : "finished_other");
  }
}
