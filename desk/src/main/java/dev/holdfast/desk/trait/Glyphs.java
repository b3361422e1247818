package dev.holdfast.desk.trait;

import java.lang.Character.UnicodeScript;
import java.util.Set;
import java.util.TreeSet;

/// Letters of another alphabet inside words, full-width and styled letters.
final class Glyphs {
  private Glyphs() {}

  /// Which foreign letters stand in words of mixed alphabets; empty if there are none.
  static String mixed(String text) {
    var signs = new TreeSet<String>();
    for (var word : text.split("[^\\p{L}\\p{M}\\p{N}]+", -1))
      if (word.length() > 1) word(word, signs);
    return String.join("", signs);
  }

  private static void word(String word, Set<String> signs) {
    var latin = 0;
    var other = 0;
    for (var c : word.codePoints().toArray()) {
      if (isStyled(c)) signs.add("styled");
      var script = UnicodeScript.of(c);
      if (script == UnicodeScript.LATIN) latin++;
      if (foreign(script)) other++;
    }
    if (latin == 0 || other == 0) return;
    var few = latin >= other;
    word.codePoints()
        .filter(
            c -> few ? foreign(UnicodeScript.of(c)) : UnicodeScript.of(c) == UnicodeScript.LATIN)
        .forEach(c -> signs.add(Character.toString(c)));
  }

  private static boolean foreign(UnicodeScript script) {
    return script == UnicodeScript.CYRILLIC || script == UnicodeScript.GREEK
        || script == UnicodeScript.ARMENIAN || script == UnicodeScript.CHEROKEE;
  }

  private static boolean isStyled(int c) {
    return (c >= 0x1d400 && c < 0x1d800) || (c >= 0xff21 && c < 0xff5b)
        || (c >= 0x24b6 && c < 0x24ea);
  }
}
