package dev.holdfast.guard.model;

/// Rough shapes of secrets in a plain text.
final class Shape {
  private static final int KEY = 48;

  private Shape() {}

  /// Five to eight digits standing alone.
  static boolean isCode(String plain) {
    var run = 0;
    for (var i = 0; i <= plain.length(); i++) {
      var c = i < plain.length() ? plain.charAt(i) : ' ';
      if (c >= '0' && c <= '9') run++;
      else if (c != '-' || run != 3) {
        if (run >= 5 && run <= 8 && !Character.isLetter(c)) return true;
        run = 0;
      }
    }
    return false;
  }

  /// Many letters and digits mixed, in one piece or in groups of four.
  static boolean isKey(String plain) {
    var run = 0;
    var digits = 0;
    var word = 0;
    for (var i = 0; i < plain.length(); i++) {
      var c = plain.charAt(i);
      var digit = (c >= '0' && c <= '9') || c == '#' || c == '=';
      if (digit || (c >= 'a' && c <= 'z')) {
        run++;
        word++;
        if (digit) digits++;
        if (run >= KEY && digits >= 6) return true;
      } else if (word != 4 && c != ' ') {
        run = 0;
        digits = 0;
        word = 0;
      } else {
        if (word != 4 && word < KEY) run = digits = 0;
        word = 0;
      }
    }
    return false;
  }
}
