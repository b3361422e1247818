package dev.holdfast.guard.draft;

import dev.holdfast.guard.fold.Glyphs;

/// The folded alphabet: letters and digits that people confuse count as one.
final class Symbols {
  private static final String CONFUSED = "olisbz";
  private static final String AS = "011582";

  private Symbols() {}

  /// The symbol a plain character stands for, or 0 if it stands for none.
  ///
  /// @param signs whether `#` and `=` stand for O and 0, as Signal displays them
  static char of(char plain, boolean signs) {
    if (plain == '#' || plain == '=') return signs ? '0' : 0;
    var letter = Glyphs.latin(plain);
    var at = CONFUSED.indexOf(letter);
    return at < 0 ? letter : AS.charAt(at);
  }

  /// All symbols of a plain text.
  static String in(CharSequence plain, boolean signs) {
    var out = new StringBuilder(plain.length());
    for (var i = 0; i < plain.length(); i++) {
      var symbol = of(plain.charAt(i), signs);
      if (symbol != 0) out.append(symbol);
    }
    return out.toString();
  }
}
