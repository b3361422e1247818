package dev.holdfast.guard.lexicon;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.guard.fold.Folder;
import dev.holdfast.guard.fold.Words;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PackedLexiconTest {
  static final Lexicon LEXICON = Lexicon.load();
  final Folder folder = new Folder(Words.NONE);

  @Test
  void whatTheBuildPackedIsWhatTheWordListsSay() throws IOException {
    try (var in = Lexicon.class.getResourceAsStream("lexicon.bin")) {
      assertArrayEquals(Packing.bytes(), in.readAllBytes());
    }
  }

  @ParameterizedTest
  @EnumSource(Tongue.class)
  void everyListedWordIsFoundWithItsMeaningAndLanguage(Tongue tongue) {
    var missing = new ArrayList<String>();
    for (var entry : WordList.read(tongue.tag())) {
      var plain = folder.fold(entry.word()).text().strip();
      if (!plain.isEmpty() && !isFound(plain, entry, tongue)) missing.add(entry.toString());
    }
    assertEquals(List.of(), missing);
  }

  /// Lists hold words that begin with a sign; a word is looked for from its first letter on.
  private static boolean isFound(String plain, WordList.Entry entry, Tongue tongue) {
    return !Character.isLetterOrDigit(plain.charAt(0)) || LEXICON.in(plain)
        .stream()
        .anyMatch(h -> h.start() == 0 && h.end() == plain.length()
            && h.concept() == entry.concept() && (h.tongues() & tongue.bit()) != 0);
  }

  @Test
  void anEndingBelongsToTheWordIfItIsShort() {
    assertEquals(new Hit(Concept.PASSWORD, 0, 9, LEXICON.in("passwords").get(0).tongues()),
        LEXICON.in("passwords").get(0));
    assertTrue(LEXICON.in("passwordification")
        .stream()
        .noneMatch(h -> h.concept() == Concept.PASSWORD));
  }

  @Test
  void littleWordsAreNotKnownToLeet() {
    assertTrue(LEXICON.knows("password"));
    assertFalse(LEXICON.knows("the"));
    assertFalse(LEXICON.knows("passwor"));
    assertFalse(LEXICON.knows(""));
  }
}
