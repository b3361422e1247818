package dev.holdfast.cli.screen;

import dev.holdfast.cli.Holdfast;
import dev.holdfast.guard.Evidence;
import dev.holdfast.guard.Level;
import dev.holdfast.guard.Verdict;
import dev.holdfast.guard.talk.Conversation;
import dev.holdfast.guard.talk.Turn;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// A verdict for people: one sentence, the words it rests on, what to do now.
final class VerdictText {
  private final Holdfast app;
  private final String reader;
  private final Marked marked;

  /// @param reader the language they read, as a tag of the guard
  VerdictText(Holdfast app, String reader) {
    this.app = app;
    this.reader = reader;
    marked = app.terminal().interactive() ? Marked.UNDERLINED : Marked.BRACKETS;
  }

  void tell(Conversation conversation, Verdict verdict) {
    app.say(Sentences.in(reader, verdict.level().name().toLowerCase(Locale.ROOT)));
    warned(verdict.evidence());
    words(conversation, verdict.evidence());
    elsewhere(verdict.evidence());
    if (verdict.level() != Level.CLEAR) app.say("\n" + verdict.advice().sentence());
    if (!verdict.tested()) app.say("\n" + Sentences.in(reader, "untested"));
  }

  /// What a desk has warned of, in its own words.
  private void warned(List<Evidence> evidence) {
    evidence.stream()
        .map(Evidence::title)
        .filter(title -> !title.isEmpty())
        .distinct()
        .forEach(title -> app.say("\n" + Sentences.in(reader, "warned") + " " + title));
  }

  private void words(Conversation conversation, List<Evidence> evidence) {
    for (int i = 0; i < conversation.turns().size(); i++) {
      int turn = i;
      var here = evidence.stream()
          .filter(place -> place.turn() == turn && place.start() < place.end())
          .toList();
      if (!here.isEmpty()) app.say("\n" + quoted(conversation.turns().get(i), here));
    }
  }

  /// The lines of a turn that hold marked words; the others are left out.
  private String quoted(Turn turn, List<Evidence> here) {
    var sign = turn.from() == Turn.From.ME ? "  < " : "  > ";
    int from = lineStart(turn.text(), here.stream().mapToInt(Evidence::start).min().orElse(0));
    int to = lineEnd(turn.text(), here.stream().mapToInt(Evidence::end).max().orElse(0));
    var moved = here.stream()
        .map(e -> new Evidence(e.what(), e.turn(), e.start() - from, e.end() - from))
        .toList();
    return marked.text(turn.text().substring(from, to), moved)
        .lines()
        .map(line -> sign + line)
        .collect(Collectors.joining("\n"));
  }

  private static int lineStart(String text, int at) {
    return text.lastIndexOf('\n', Math.min(at, text.length()) - 1) + 1;
  }

  private static int lineEnd(String text, int at) {
    int end = at > text.length() ? -1 : text.indexOf('\n', Math.max(0, at - 1));
    return end < 0 ? text.length() : end;
  }

  /// Reasons that lie in a name or a picture have no words to mark.
  private void elsewhere(List<Evidence> evidence) {
    var others = evidence.stream()
        .filter(place -> place.start() == place.end() && place.title().isEmpty())
        .map(place -> place.what().replace('_', ' '))
        .distinct()
        .toList();
    if (!others.isEmpty())
      app.say("\n" + Sentences.in(reader, "beside") + " " + String.join(", ", others));
  }
}
