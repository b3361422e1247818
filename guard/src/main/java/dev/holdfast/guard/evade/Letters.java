package dev.holdfast.guard.evade;

import java.util.Random;

/// Disguises letter by letter.
final class Letters {
  private static final String LATIN = "aceopxyijsACEHKMOPTXBaceopxyijsACEHKMOPTXBaoeipvuk";
  private static final String OTHER = "\u0430\u0441\u0435\u043e\u0440\u0445\u0443\u0456\u0458\u0455\u0410\u0421\u0415\u041d\u041a\u041c\u041e\u0420\u0422\u0425\u0412"
      + "\u0430\u0441\u0435\u043e\u0440\u0445\u0443\u0456\u0458\u0455\u0410\u0421\u0415\u0397\u039a\u039c\u039f\u03a1\u03a4\u03a7\u0392\u03b1\u03bf\u0435\u03b9\u03c1\u03bd\u03c5\u03ba";
  private static final String HIDDEN = "\u200b\u200c\u200d\u2060\u00ad\ufeff\u200e";
  private static final String PLAIN = "aeiostlgb";
  private static final String DIGITS = "431057196";

  private Letters() {}

  static String lookAlikes(String text, Random random) {
    var out = new StringBuilder(text.length());
    for (var i = 0; i < text.length(); i++) {
      var c = text.charAt(i);
      var from = random.nextInt(LATIN.length());
      var at = LATIN.indexOf(c, from) >= 0 ? LATIN.indexOf(c, from) : LATIN.indexOf(c);
      var back = c >= 0x370 && c < 0x530 ? OTHER.indexOf(c) : -1;
      if (random.nextInt(10) >= 4) out.append(c);
      else
        out.append(at >= 0 ? OTHER.charAt(at) : back >= 0 ? LATIN.charAt(back) : c);
    }
    return out.toString();
  }

  static String strewn(String text, Random random) {
    var out = new StringBuilder(text.length() * 2);
    for (var i = 0; i < text.length(); i++) {
      out.append(text.charAt(i));
      var inside = i + 1 < text.length() && Character.isLetter(text.charAt(i))
          && Character.isLetter(text.charAt(i + 1));
      if (inside && random.nextInt(4) == 0)
        out.append(HIDDEN.charAt(random.nextInt(HIDDEN.length())));
    }
    return out.toString();
  }

  static String leet(String text, Random random) {
    var out = new StringBuilder(text.length());
    var on = random.nextBoolean();
    for (var i = 0; i < text.length(); i++) {
      var c = text.charAt(i);
      if (c == ' ') on = random.nextInt(10) < 6;
      var at = PLAIN.indexOf(Character.toLowerCase(c));
      out.append(on && at >= 0 && c < 0x80 && random.nextInt(10) < 7 ? DIGITS.charAt(at) : c);
    }
    return out.toString();
  }

  static String styled(String text, Random random) {
    var base = new int[]{0x1D41A, 0x1D44E, 0x1D5BA, 0xFF41, 0x24D0, 0x1F1E6}[random.nextInt(6)];
    var out = new StringBuilder(text.length() * 2);
    var on = true;
    for (var i = 0; i < text.length(); i++) {
      var c = Character.toLowerCase(text.charAt(i));
      if (c == ' ') on = random.nextInt(10) < 7;
      if (on && c >= 'a' && c <= 'z' && !(base == 0x1D44E && c == 'h'))
        out.appendCodePoint(base + c - 'a');
      else
        out.append(text.charAt(i));
    }
    return out.toString();
  }
}
