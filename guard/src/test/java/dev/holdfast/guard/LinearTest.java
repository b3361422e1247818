package dev.holdfast.guard;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.guard.lexicon.Lexicon;
import dev.holdfast.guard.model.Features;
import dev.holdfast.guard.talk.Conversation;
import dev.holdfast.guard.talk.Sender;
import dev.holdfast.guard.thread.Reader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinearTest {
  static final Reader READER = new Reader(Lexicon.load());

  /// Counts the work by what it leaves behind, so that no clock is needed.
  @ParameterizedTest
  @ValueSource(strings = {"send me the code ", "a", "s i g n a l ", "\u0301",
      "https://signal.org/ ", "\"quoted ", "\u5bc6\u94a5", "sgnl:%25%25"})
  void twiceTheTextMakesAtMostTwiceTheWork(String unit) {
    var once = work(unit.repeat(1500));
    var twice = work(unit.repeat(3000));
    assertTrue(twice <= 2 * once + 64, () -> once + " grew to " + twice);
  }

  private static long work(String text) {
    var reading = READER.read(Conversation.of(Sender.stranger(""), text));
    var features = Features.of(reading);
    var work = (long) features.meant().length + features.said().length;
    for (var line : reading.lines())
      work += (long) line.hits().size() + line.links().size() + line.folded().text().length()
          + line.folded().disguises().size();
    return work;
  }
}
