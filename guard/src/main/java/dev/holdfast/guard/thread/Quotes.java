package dev.holdfast.guard.thread;

import java.util.Arrays;

/// What is said in quotation marks, or in lines that begin with `>`.
public final class Quotes {
  private static final String OPEN = "\u201c\u201e\u00ab\u300c\u300e\u300a\"";
  private static final String CLOSE = "\u201d\u201c\u00bb\u300d\u300f\u300b\"";
  private static final int SHORTEST = 12;
  private static final int MOST = 32;

  private final int[] places;

  private Quotes(int[] places) {
    this.places = places;
  }

  /// Whether plain character `at` is quoted.
  public boolean cover(int at) {
    for (var i = 0; i + 1 < places.length; i += 2)
      if (at >= places[i] && at < places[i + 1]) return true;
    return false;
  }

  static Quotes in(String plain) {
    var found = new int[MOST];
    var count = 0;
    for (var i = 0; i < plain.length() && count < MOST; i++) {
      var end = i == 0 || plain.charAt(i - 1) == '\n' ? quotedLine(plain, i) : -1;
      if (end < 0) end = marked(plain, i);
      if (end < 0) continue;
      if (end - i >= SHORTEST) {
        found[count++] = i;
        found[count++] = end;
      }
      i = end - 1;
    }
    return new Quotes(Arrays.copyOf(found, count));
  }

  private static int quotedLine(String plain, int at) {
    if (at >= plain.length() || plain.charAt(at) != '>') return -1;
    var end = plain.indexOf('\n', at);
    return end < 0 ? plain.length() : end + 1;
  }

  private static int marked(String plain, int at) {
    var kind = OPEN.indexOf(plain.charAt(at));
    if (kind < 0) return -1;
    var end = plain.indexOf(CLOSE.charAt(kind), at + 1);
    if (end < 0 && kind == 1) end = plain.indexOf('\u201d', at + 1);
    return end < 0 ? -1 : end + 1;
  }
}
