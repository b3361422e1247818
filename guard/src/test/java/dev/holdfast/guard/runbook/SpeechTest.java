package dev.holdfast.guard.runbook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What frightened people read is short and plain, and it is there in every language.
class SpeechTest {
  static Stream<String> languages() {
    return Speech.LANGUAGES.stream();
  }

  static List<String> lines(String tag) throws IOException {
    try (InputStream in = Speech.class.getResourceAsStream(tag + ".txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }

  static Set<String> keys(String tag) throws IOException {
    var keys = new HashSet<String>();
    for (var line : lines(tag))
      assertTrue(keys.add(line.substring(0, line.indexOf(' '))), () -> "twice: " + line);
    return keys;
  }

  static List<String> sentences(String tag) throws IOException {
    var sentences = new ArrayList<String>();
    for (var line : lines(tag))
      for (var sentence : line.substring(line.indexOf(' ') + 1)
          .split("[.?!:\u3002\uff1f\uff1a\uff01\u061f]+", -1))
        if (!sentence.isBlank()) sentences.add(sentence.strip());
    return sentences;
  }

  @ParameterizedTest
  @MethodSource("languages")
  void everyStepHasItsWordsInEveryLanguage(String tag) throws IOException {
    assertEquals(keys("en"), keys(tag));
    var speech = Speech.in(tag);
    assertEquals(tag, speech.tag());
    for (var step : Step.values()) {
      assertFalse(speech.todo(step).isBlank());
      assertFalse(speech.why(step).isBlank());
    }
    for (var given : Given.ALL)
      assertFalse(speech.say("given_" + given.word()).isBlank());
    for (var kind : Term.Kind.values())
      assertFalse(speech.say(kind.key()).isBlank());
  }

  @ParameterizedTest
  @MethodSource("languages")
  void noSentenceOfAnotherLanguageWasLeftIn(String tag) throws IOException {
    if (tag.equals("en")) return;
    var english = Speech.in("en");
    for (var line : lines(tag)) {
      var key = line.substring(0, line.indexOf(' '));
      if (!key.startsWith("phone_"))
        assertFalse(english.say(key).equals(line.substring(key.length() + 1)), key);
    }
  }

  @ParameterizedTest
  @MethodSource("languages")
  void sentencesAreShort(String tag) throws IOException {
    var chinese = tag.startsWith("zh");
    var lengths = sentences(tag).stream()
        .mapToInt(s -> chinese ? s.codePointCount(0, s.length()) : s.split("\\s+", -1).length)
        .summaryStatistics();
    assertTrue(lengths.getAverage() <= (chinese ? 14 : 9), tag + " mean " + lengths);
    assertTrue(lengths.getMax() <= (chinese ? 32 : 25), tag + " longest " + lengths);
  }

  /// Flesch-Kincaid: years at school after which a text is understood.
  @Test
  void englishIsUnderstoodAfterFiveYearsAtSchool() throws IOException {
    var sentences = sentences("en");
    double words = 0;
    double syllables = 0;
    for (var sentence : sentences)
      for (var word : sentence.split("[^A-Za-z']+", -1)) {
        if (word.isEmpty()) continue;
        words++;
        syllables += syllables(word);
      }
    var grade = 0.39 * words / sentences.size() + 11.8 * syllables / words - 15.59;
    assertTrue(grade <= 5, "grade " + grade);
  }

  static int syllables(String word) {
    var lower = word.toLowerCase(java.util.Locale.ROOT).replaceAll("(?<=[^aeiouyl])e$|e(?=d$)", "");
    return Math.max(1, (int) java.util.regex.Pattern.compile("[aeiouy]+")
        .matcher(lower)
        .results()
        .count());
  }

  @ParameterizedTest
  @MethodSource("languages")
  void datesAreWrittenAsInTheLanguage(String tag) {
    var speech = Speech.in(tag);
    var at = Instant.parse("2026-12-02T12:00:00Z");
    var text = speech.clock(new Term(Term.Kind.CHECK, List.of(at, at, at)), ZoneOffset.UTC);
    assertFalse(text.contains("{"), text);
    if (!tag.equals("fa"))
      assertTrue(text.matches("(?s).*(2026|\u0662\u0660\u0662\u0666).*"), text);
  }

  @Test
  void thePersonGetsTheNearestLanguage() {
    assertEquals("de", Speech.in("de-AT").tag());
    assertEquals("zh-Hant", Speech.in("zh_TW").tag());
    assertEquals("zh-Hans", Speech.in("zh-CN").tag());
    assertEquals("en", Speech.in("sw").tag());
    assertTrue(Speech.in("fa").isRightToLeft());
    assertFalse(Speech.in("uk").isRightToLeft());
  }
}
