package dev.holdfast.guard.fold;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.SpoofChecker;

/// Letters that look like letters of another alphabet (UTS 39, plus lower-case forms of capitals
/// that do).
final class Alphabets {
  static final int LATIN = 1;
  static final int CYRILLIC = 2;
  static final int GREEK = 4;
  static final int OTHER = 8;

  private static final String CYRILLIC_LOOK = "\u0430\u0435\u043e\u0440\u0441\u0443\u0445\u0456\u0458\u0455\u0501\u051b\u051d\u04bb\u04cf\u043a\u043c\u043d\u0442\u0432\u0433\u043f\u0437\u044c";
  private static final String CYRILLIC_AS = "aeopcyxijsdqwhlkmhtbrn3b";
  private static final String GREEK_LOOK = "\u03b1\u03b5\u03bf\u03c1\u03bd\u03c5\u03b9\u03ba\u03c4\u03b7\u03c7\u03b3\u03c9\u03b2\u03bc\u03b6\u03c3\u03c2";
  private static final String GREEK_AS = "aeopvuiktnxywbuzoc";
  private static final String LATIN_LOOK = "aeopcyxijskmhtbd";
  private static final String LATIN_AS_CYRILLIC = "\u0430\u0435\u043e\u0440\u0441\u0443\u0445\u0456\u0458\u0455\u043a\u043c\u043d\u0442\u0432\u0501";
  private static final String LATIN_GREEK_LOOK = "aeopvuiktnxywb";
  private static final String LATIN_AS_GREEK = "\u03b1\u03b5\u03bf\u03c1\u03bd\u03c5\u03b9\u03ba\u03c4\u03b7\u03c7\u03b3\u03c9\u03b2";

  private Alphabets() {}

  /// Which alphabet `c` belongs to, 0 for what is not a letter or not of an alphabet
  /// with look-alikes.
  static int of(char c) {
    if (c < 0x80) return c >= 'a' && c <= 'z' ? LATIN : 0;
    if (c >= 0x2E80 && c < 0xA000) return 0;
    if (c >= 0xAC00 && c < 0xD7B0) return 0;
    if (c >= 0x5C0 && c < 0x10A0) return 0;
    if (c >= 0x400 && c < 0x530) return CYRILLIC;
    if (c >= 0x370 && c < 0x400) return GREEK;
    if (!UCharacter.isLetter(c)) return 0;
    if (c < 0x250 || (c >= 0x1E00 && c < 0x1F00)) return LATIN;
    return switch (UScript.getScript(c)) {
      case UScript.LATIN -> LATIN;
      case UScript.ARMENIAN, UScript.CHEROKEE, UScript.COPTIC, UScript.LISU, UScript.DESERET ->
        OTHER;
      default -> 0;
    };
  }

  /// The letter of alphabet `target` that `c` looks like; `c` itself if it is of that alphabet;
  /// else 0.
  static char as(char c, int target) {
    var own = of(c);
    if (own == target || own == 0) return c;
    return switch (target) {
      case LATIN -> latin(c, own);
      case CYRILLIC -> own == LATIN ? pick(LATIN_LOOK, LATIN_AS_CYRILLIC, c) : 0;
      case GREEK -> own == LATIN ? pick(LATIN_GREEK_LOOK, LATIN_AS_GREEK, c) : 0;
      default -> 0;
    };
  }

  private static char latin(char c, int own) {
    if (own == CYRILLIC) return pick(CYRILLIC_LOOK, CYRILLIC_AS, c);
    if (own == GREEK) return pick(GREEK_LOOK, GREEK_AS, c);
    var skeleton = Skeletons.CHECKER.getSkeleton(String.valueOf(c));
    var first = Character.toLowerCase(skeleton.charAt(0));
    return skeleton.length() == 1 && first >= 'a' && first <= 'z' ? first : 0;
  }

  private static char pick(String from, String to, char c) {
    var at = from.indexOf(c);
    return at < 0 ? 0 : to.charAt(at);
  }

  /// Loaded only when a rare script turns up: reading ICU's tables takes a while.
  private static final class Skeletons {
    static final SpoofChecker CHECKER = new SpoofChecker.Builder().build();
  }
}
