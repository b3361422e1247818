package dev.holdfast.guard.fold;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.Normalizer2;

/// What one character becomes in plain form. Results are remembered for the basic plane.
final class PlainChars {
  /// In [#plain]: the character vanishes.
  static final String GONE = "";
  private static final String FROM = "\u0131\u0142\u0111\u00f8\u00f0\u0127\u0640\u06a9\u06cc\u06c0\u06be\u06c1\u0649\u0629\u0491\u00b4\u2018\u2019\u201b\u2032\u02bc";
  private static final String TO = "ildodh\0\u0643\u064a\u0647\u0647\u0647\u064a\u0647\u0433''''''";
  private static final String SMALL = "\u1d00a\u0299b\u1d04c\u1d05d\u1d07e\ua730f\u0262g\u029ch\u026ai\u1d0aj\u1d0bk\u029fl\u1d0dm\u0274n\u1d0fo\u1d18p\u0280r\ua731s\u1d1bt\u1d1cu\u1d20v\u1d21w\u028fy\u1d22z";
  private static final int SQUARED_A = 0x1F170;
  private static final int FLAG_A = 0x1F1E6;
  private static final int BLACK_CIRCLED_A = 0x1F150;

  /// Idempotent cache: two threads may compute the same entry, both get the same value.
  private final String[] known = new String[0x10000];
  /// 0 not looked up yet, 1 stands alone, 2 joins.
  private final byte[] joining = new byte[0x10000];

  String plain(int codePoint) {
    if (codePoint > 0xFFFF) return compute(codePoint);
    var cached = known[codePoint];
    if (cached == null) {
      cached = compute(codePoint);
      known[codePoint] = cached;
    }
    return cached;
  }

  /// The plain form of a piece that composes (a letter with its marks).
  String plainOf(String segment) {
    var folded = Icu.CASEFOLD.normalize(segment);
    var out = new StringBuilder(folded.length());
    folded.codePoints().forEach(c -> out.append(plain(c)));
    return out.toString();
  }

  /// Whether `codePoint` may join with what stands before it.
  boolean joins(int codePoint) {
    if (codePoint < 0x300) return false;
    if (codePoint > 0xFFFF) return !Icu.CASEFOLD.hasBoundaryBefore(codePoint);
    if (joining[codePoint] == 0)
      joining[codePoint] = (byte) (Icu.CASEFOLD.hasBoundaryBefore(codePoint) ? 1 : 2);
    return joining[codePoint] == 2;
  }

  static boolean isHidden(int codePoint) {
    if (codePoint < 0xAD) return false;
    return switch (UCharacter.getType(codePoint)) {
      case UCharacter.FORMAT -> true;
      case UCharacter.NON_SPACING_MARK ->
        codePoint == 0x34F || (codePoint >= 0xFE00 && codePoint <= 0xFE0F)
            || codePoint >= 0xE0100 || codePoint == 0x17B4 || codePoint == 0x17B5;
      default ->
        codePoint == 0x3164 || codePoint == 0xFFA0 || codePoint == 0x115F || codePoint == 0x1160
            || codePoint == 0x2800;
    };
  }

  private static String compute(int codePoint) {
    if (isHidden(codePoint)) return GONE;
    var digit = UCharacter.digit(codePoint, 10);
    if (digit >= 0) return String.valueOf((char) ('0' + digit));
    var emoji = emojiLetter(codePoint);
    if (emoji != 0) return String.valueOf(emoji);
    if (UCharacter.isUWhiteSpace(codePoint)) return codePoint == '\n' ? "\n" : " ";
    return stripped(Icu.CASEFOLD.normalize(UCharacter.toString(codePoint)));
  }

  private static char emojiLetter(int codePoint) {
    if (codePoint >= FLAG_A && codePoint < FLAG_A + 26) return (char) ('a' + codePoint - FLAG_A);
    if (codePoint >= SQUARED_A && codePoint < SQUARED_A + 26)
      return (char) ('a' + codePoint - SQUARED_A);
    if (codePoint >= BLACK_CIRCLED_A && codePoint < BLACK_CIRCLED_A + 26) {
      return (char) ('a' + codePoint - BLACK_CIRCLED_A);
    }
    var small = codePoint > 0xFFFF ? -1 : SMALL.indexOf(codePoint);
    return small >= 0 && small % 2 == 0 ? SMALL.charAt(small + 1) : 0;
  }

  /// Takes accents off where a reader would still read the word; marks of other scripts
  /// are letters.
  private static String stripped(String folded) {
    var out = new StringBuilder(folded.length());
    for (var i = 0; i < folded.length(); i += Character.charCount(folded.codePointAt(i))) {
      var codePoint = folded.codePointAt(i);
      if (isAccent(codePoint)) continue;
      out.appendCodePoint(losesAccents(codePoint) ? base(codePoint) : codePoint);
    }
    for (var i = 0; i < out.length(); i++) {
      var at = FROM.indexOf(out.charAt(i));
      if (at >= 0) out.setCharAt(i, TO.charAt(at));
    }
    return out.toString().replace("\0", "").replace("\u00e6", "ae").replace("\u0153", "oe");
  }

  private static int base(int codePoint) {
    var split = Icu.SPLIT.getDecomposition(codePoint);
    return split == null ? codePoint : split.codePointAt(0);
  }

  private static boolean losesAccents(int c) {
    return (c >= 0xC0 && c < 0x590) || (c >= 0x620 && c < 0x6E0) || (c >= 0x1E00 && c < 0x2000)
        || (c >= 0xFB1D && c < 0xFB50);
  }

  private static boolean isAccent(int c) {
    return (c >= 0x300 && c < 0x370) || (c >= 0x483 && c < 0x488) || (c >= 0x591 && c < 0x5C8)
        || (c >= 0x610 && c < 0x61B) || (c >= 0x64B && c < 0x660) || c == 0x670
        || (c >= 0x6D6 && c < 0x6ED)
        || (c >= 0x1AB0 && c < 0x1B00) || (c >= 0x1DC0 && c < 0x1E00)
        || (c >= 0x20D0 && c < 0x2100);
  }

  /// Loaded when the first letter beyond ASCII turns up: reading ICU's tables takes a while.
  private static final class Icu {
    static final Normalizer2 CASEFOLD = Normalizer2.getNFKCCasefoldInstance();
    static final Normalizer2 SPLIT = Normalizer2.getNFDInstance();
  }
}
