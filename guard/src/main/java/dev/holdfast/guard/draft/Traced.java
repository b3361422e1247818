package dev.holdfast.guard.draft;

import dev.holdfast.guard.fold.Folded;
import java.util.Arrays;
import java.util.regex.Pattern;

/// A reading of a text in which every character still knows the part of the original that it came
/// from, whatever was left out or put together on the way.
final class Traced {
  /// Stands for the place of what an earlier message said.
  static final int ELSEWHERE = -1;

  private final StringBuilder text;
  private int[] starts;
  private int[] ends;

  private Traced(int capacity) {
    text = new StringBuilder(capacity);
    starts = new int[capacity];
    ends = new int[capacity];
  }

  static Traced of(Folded folded) {
    var traced = new Traced(folded.text().length());
    for (var i = 0; i < folded.text().length(); i++)
      traced.add(folded.text().charAt(i), folded.startOf(i), folded.endOf(i));
    return traced;
  }

  static Traced empty() {
    return new Traced(16);
  }

  String text() {
    return text.toString();
  }

  int length() {
    return text.length();
  }

  boolean holds(char c) {
    return text.indexOf(String.valueOf(c)) >= 0;
  }

  /// The original range of the characters `from` to `to`, as far as they lie in it; empty where
  /// none does.
  Finding.Place place(int from, int to) {
    var start = Integer.MAX_VALUE;
    var end = ELSEWHERE;
    for (var i = from; i < to; i++) {
      if (starts[i] == ELSEWHERE) continue;
      start = Math.min(start, starts[i]);
      end = Math.max(end, ends[i]);
    }
    return end == ELSEWHERE ? new Finding.Place(0, 0) : new Finding.Place(start, end);
  }

  /// The symbols in it, see [Symbols].
  Traced symbols(boolean signs) {
    return symbols(0, length(), signs);
  }

  Traced symbols(int from, int to, boolean signs) {
    var out = new Traced(to - from);
    for (var i = from; i < to; i++) {
      var symbol = Symbols.of(text.charAt(i), signs);
      if (symbol != 0) out.add(symbol, starts[i], ends[i]);
    }
    return out;
  }

  /// The first characters of it, `most` at the highest.
  Traced head(int most) {
    var out = new Traced(Math.min(most, length()));
    for (var i = 0; i < Math.min(most, length()); i++)
      out.add(text.charAt(i), starts[i], ends[i]);
    return out;
  }

  void append(Traced other) {
    for (var i = 0; i < other.length(); i++)
      add(other.text.charAt(i), other.starts[i], other.ends[i]);
  }

  /// This with what was said before in front of it.
  Traced after(String earlier) {
    var out = new Traced(earlier.length() + length());
    for (var i = 0; i < earlier.length(); i++)
      out.add(earlier.charAt(i), ELSEWHERE, ELSEWHERE);
    out.append(this);
    return out;
  }

  /// Each match becomes its group 1, or nothing where it has none.
  Traced replaced(Pattern pattern) {
    var matcher = pattern.matcher(text);
    if (!matcher.find()) return this;
    var out = new Traced(length());
    var next = 0;
    do {
      copy(next, matcher.start(), out);
      for (var i = 1; i <= matcher.groupCount(); i++)
        out.put(matcher.group(i), starts[matcher.start()], ends[matcher.end() - 1]);
      next = matcher.end();
    } while (matcher.find());
    copy(next, length(), out);
    return out;
  }

  /// Words that stand for one letter or digit become it.
  Traced spelledOut() {
    var out = new Traced(length());
    for (var i = 0; i < length();) {
      var end = wordEnd(i);
      var sign = end - i < 2 ? null : Spelled.WORDS.get(text.substring(i, end));
      if (sign == null) copy(i, end, out);
      else
        out.put(sign, starts[i], ends[end - 1]);
      i = end;
    }
    return out;
  }

  private int wordEnd(int from) {
    var end = from;
    while (end < length() && isLetter(text.charAt(end)))
      end++;
    return Math.max(end, from + 1);
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 0x400 && Character.UnicodeScript.of(c) == Character.UnicodeScript.CYRILLIC);
  }

  private void copy(int from, int to, Traced out) {
    for (var i = from; i < to; i++)
      out.add(text.charAt(i), starts[i], ends[i]);
  }

  private void put(String string, int start, int end) {
    for (var i = 0; i < string.length(); i++)
      add(string.charAt(i), start, end);
  }

  private void add(char c, int start, int end) {
    if (text.length() == starts.length) {
      starts = Arrays.copyOf(starts, 2 * starts.length + 8);
      ends = Arrays.copyOf(ends, 2 * ends.length + 8);
    }
    starts[text.length()] = start;
    ends[text.length()] = end;
    text.append(c);
  }
}
