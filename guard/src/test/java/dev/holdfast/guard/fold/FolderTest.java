package dev.holdfast.guard.fold;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class FolderTest {
  final Folder folder = new Folder(word -> word.equals("signal") || word.equals("pin")
      || word.equals("code") || word.equals("copy"));

  @ParameterizedTest
  @CsvSource({"Signal, signal", "\uff33\uff49\uff47\uff4e\uff41\uff4c, signal",
      "\ud835\udc12\ud835\udc22\ud835\udc20\ud835\udc27\ud835\udc1a\ud835\udc25, signal",
      "S\u0456gn\u0430l, signal",
      "S1gna1, signal", "S i g n a l, signal", "s.i.g.n.a.l, signal",
      "S\u200bi\u200dg\u2060n\u00ada\ufeffl, signal",
      "\ud83c\udde8\ud83c\uddf4\ud83c\udde9\ud83c\uddea, code", "c0d\u00e9, code",
      "\u0441\u043e\u0440\u0443 that, copy that", "S\u0300\u0301ign\u0302al, signal"})
  void writtenTricksComeBackToPlainLetters(String written, String plain) {
    assertEquals(plain, folder.fold(written).text());
  }

  @ParameterizedTest
  @CsvSource({
      "\u0421\u043e\u043e\u0431\u0449\u0438 \u043a\u043e\u0434, \u0441\u043e\u043e\u0431\u0449\u0438 \u043a\u043e\u0434",
      "\u03c3\u03c4\u03b5\u03af\u03bb\u03b5 \u03c4\u03bf\u03bd \u03ba\u03c9\u03b4\u03b9\u03ba\u03cc, \u03c3\u03c4\u03b5\u03b9\u03bb\u03b5 \u03c4\u03bf\u03bd \u03ba\u03c9\u03b4\u03b9\u03ba\u03bf"})
  void textInItsOwnAlphabetIsNoTrick(String written, String plain) {
    var folded = folder.fold(written);
    assertEquals(plain, folded.text());
    assertTrue(folded.disguises().isEmpty());
  }

  @Test
  void aPersianJoinerIsNoTrick() {
    assertTrue(
        folder.fold("\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645").disguises().isEmpty());
  }

  @Test
  void tricksAreNamedWithTheirPlace() {
    var disguise = folder.fold("my p\u0456n please").disguises().get(0);
    assertEquals(new Folded.Disguise(Trick.MIXED_SCRIPTS, 3, 6), disguise);
  }

  static IntStream seeds() {
    return IntStream.range(0, 400);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void offsetsGrowAndStayInsideWhateverIsWritten(int seed) {
    var text = anyText(new Random(seed));
    var folded = folder.fold(text);
    var before = 0;
    for (var i = 0; i < folded.text().length(); i++) {
      assertTrue(folded.startOf(i) >= before, "starts never go back");
      assertTrue(folded.endOf(i) > folded.startOf(i) && folded.endOf(i) <= text.length(),
          "each letter comes from a place in the original");
      before = folded.startOf(i);
    }
    for (var d : folded.disguises())
      assertTrue(d.start() >= 0 && d.start() < d.end() && d.end() <= text.length());
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void foldingWhatIsFoldedChangesNothingInLetters(int seed) {
    var once = folder.fold(anyText(new Random(seed))).text();
    var twice = folder.fold(once).text();
    assertTrue(twice.length() <= once.length());
  }

  @Test
  void aPileOfMarksCostsNoMoreThanItsLength() {
    var pile = "a" + "\u0316\u0301".repeat(50_000);
    assertEquals("a", folder.fold(pile).text().substring(0, 1));
  }

  private static String anyText(Random random) {
    var parts = new String[]{"Signal ", "\u200b", "\u0301", "\ud83d\ude00", "\ud800", "\u0430", "1",
        " ", "\n", "\uff11", "\u1100\u1161", "\u30ab\u3099", "s i g n a l", "\ufb01",
        "\u0645\u06cc\u200c", "\udb40\udc41", "#=", "\u0915\u093c"};
    var text = new StringBuilder();
    for (var i = random.nextInt(40); i >= 0; i--) {
      if (random.nextInt(3) > 0) text.append(parts[random.nextInt(parts.length)]);
      else
        text.append((char) random.nextInt(0x10000));
    }
    return text.toString();
  }
}
