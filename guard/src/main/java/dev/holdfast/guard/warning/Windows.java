package dev.holdfast.guard.warning;

import java.util.function.LongConsumer;

/// Cuts a plain text into overlapping windows of its letters and digits (docs/warnings.md, section
/// 4). Spaces and signs do not count, digits are all alike.
final class Windows {
  /// Letters of a window in scripts that write sounds.
  static final int LONG = 8;
  /// Letters of a window in scripts that write syllables and words.
  static final int SHORT = 4;

  private final String letters;
  private final int[] places;

  private Windows(String letters, int[] places) {
    this.letters = letters;
    this.places = places;
  }

  /// Takes one window, or not.
  interface Taker {
    /// @param from first letter of the window
    /// @param to behind the last
    void take(int from, int to);
  }

  /// @param plain text of a [dev.holdfast.guard.fold.Folded]
  static Windows of(String plain) {
    var letters = new StringBuilder(plain.length());
    var places = new int[plain.length()];
    for (var i = 0; i < plain.length(); i++) {
      var c = plain.charAt(i);
      if (!Character.isLetterOrDigit(c)) continue;
      places[letters.length()] = i;
      letters.append(Character.isDigit(c) ? '0' : c);
    }
    return new Windows(letters.toString(), places);
  }

  /// How many windows there are in all.
  int count() {
    var count = new int[1];
    each(0, (from, to) -> count[0]++);
    return count[0];
  }

  /// Goes through one window of 2^shift, chosen by what stands in it.
  void each(int shift, Taker taker) {
    for (var from = 0; from < letters.length(); from++) {
      var to = from + (isBrief(letters.charAt(from)) ? SHORT : LONG);
      if (to > letters.length()) continue;
      if ((mix(from, to) & ((1L << shift) - 1)) == 0) taker.take(from, to);
    }
  }

  /// The windows' prints under a key.
  void each(int shift, Prints prints, LongConsumer taker) {
    each(shift, (from, to) -> taker.accept(prints.of(letters, from, to)));
  }

  String letters() {
    return letters;
  }

  /// Where a letter stands in the plain text.
  int place(int letter) {
    return places[letter];
  }

  private static boolean isBrief(char c) {
    return c >= 0x2E80
        && (c < 0xA4D0 || (c >= 0xAC00 && c < 0xD7B0) || (c >= 0xF900 && c < 0xFB00));
  }

  /// FNV-1a with a finisher, so that the low bits are even. It only chooses; it hides nothing.
  private long mix(int from, int to) {
    var hash = 0xcbf29ce484222325L;
    for (var i = from; i < to; i++)
      hash = (hash ^ letters.charAt(i)) * 0x100000001b3L;
    hash ^= hash >>> 33;
    hash *= 0xff51afd7ed558ccdL;
    return hash ^ hash >>> 33;
  }
}
