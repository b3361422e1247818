package dev.holdfast.guard.model;

import dev.holdfast.guard.thread.Reading;

/// What was said, letter by letter: hashed pieces of the plain text. No vocabulary is kept.
final class Ngrams {
  private static final int THEIRS = 0x51ED270B;
  private static final int MINE = 0x2545F491;
  private static final int WORD = 0x68E31DA4;
  private static final int PAIR = 0x1B56C4E9;
  private static final int LONGEST_TURN = 20_000;

  private Ngrams() {}

  static void collect(Reading reading, Bag bag) {
    for (var line : reading.lines()) {
      var plain = line.folded().text();
      var text = plain.length() > LONGEST_TURN ? plain.substring(0, LONGEST_TURN) : plain;
      if (!line.mine()) pieces(text, bag);
      words(text, line.mine() ? MINE : THEIRS, bag);
    }
  }

  /// Runs of three to five characters, digits all alike; in scripts of many letters runs of one
  /// to three.
  private static void pieces(String text, Bag bag) {
    for (var i = 0; i < text.length(); i++) {
      var dense = text.charAt(i) >= 0x2E80;
      var shortest = dense ? 1 : 3;
      var longest = Math.min(dense ? 3 : 5, text.length() - i);
      var hash = THEIRS;
      for (var n = 1; n <= longest; n++) {
        hash = Bag.join(hash, same(text.charAt(i + n - 1)));
        if (n >= shortest) bag.add(hash + n);
      }
    }
  }

  private static void words(String text, int seed, Bag bag) {
    var before = seed;
    var hash = 0;
    for (var i = 0; i <= text.length(); i++) {
      var c = i < text.length() ? text.charAt(i) : ' ';
      if (Character.isLetterOrDigit(c)
          || (c > 0x900 && Character.getType(c) <= Character.COMBINING_SPACING_MARK)) {
        hash = Bag.join(hash, same(c));
      } else if (hash != 0) {
        bag.add(Bag.join(seed + WORD, hash));
        bag.add(Bag.join(Bag.join(before + PAIR, seed), hash));
        before = hash;
        hash = 0;
      }
    }
  }

  private static int same(char c) {
    return c >= '0' && c <= '9' ? '0' : c;
  }
}
