package dev.holdfast.guard.fold;

import java.util.ArrayList;
import java.util.List;

/// Brings a text to its plain form. Takes time linear in the length of the text. Safe for use by
/// several threads.
///
/// Order: hidden characters dropped, NFKC and case folding, accents off, spaced letters joined,
/// look-alikes of other alphabets replaced inside words that mix or imitate, leet where a known
/// word results.
public final class Folder {
  /// A pile of combining marks longer than this is cut, so that no text costs more than its length.
  private static final int LONGEST_SEGMENT = 24;

  private final PlainChars chars = new PlainChars();
  private final Words words;

  /// A folder that knows some words.
  ///
  /// @param words the words that leet may turn into
  public Folder(Words words) {
    this.words = words;
  }

  /// The plain form of `text`.
  ///
  /// @param text any UTF-16 text, lone surrogates included
  public Folded fold(String text) {
    var disguises = new ArrayList<Folded.Disguise>();
    var track = Spacing.join(plain(text, disguises), disguises);
    Disguised.undo(track, words, disguises);
    return new Folded(track, disguises);
  }

  private Track plain(String text, List<Folded.Disguise> disguises) {
    var track = new Track(text.length());
    var i = 0;
    while (i < text.length()) {
      var c = text.charAt(i);
      i = c < 0x80 ? ascii(text, i, track, disguises) : other(text, i, track, disguises);
    }
    return track;
  }

  private int ascii(String text, int i, Track track, List<Folded.Disguise> disguises) {
    var next = i + 1 < text.length() ? text.charAt(i + 1) : 0;
    if (next >= 0x300 && chars.joins(next)) return other(text, i, track, disguises);
    put(track, lower(text.charAt(i)), i, i + 1);
    return i + 1;
  }

  private int other(String text, int i, Track track, List<Folded.Disguise> disguises) {
    var codePoint = text.codePointAt(i);
    var end = i + Character.charCount(codePoint);
    if (chars.plain(codePoint).isEmpty() && PlainChars.isHidden(codePoint)) {
      hidden(text, i, end, disguises);
      return end;
    }
    var last = end;
    while (last < text.length() && last - i < LONGEST_SEGMENT && joins(text, last)) {
      last += Character.charCount(text.codePointAt(last));
    }
    var plain = last == end ? chars.plain(codePoint) : chars.plainOf(text.substring(i, last));
    for (var k = 0; k < plain.length(); k++)
      put(track, plain.charAt(k), i, last);
    if (isFancy(codePoint, plain)) disguises.add(new Folded.Disguise(Trick.FANCY, i, last));
    return last;
  }

  private boolean joins(String text, int at) {
    var next = text.codePointAt(at);
    return next >= 0x300 && chars.joins(next) && !PlainChars.isHidden(next);
  }

  private static boolean isFancy(int codePoint, String plain) {
    if (plain.length() != 1 || plain.charAt(0) < 'a' || plain.charAt(0) > 'z') return false;
    return (codePoint >= 0x1D00 && codePoint < 0x1DC0)
        || (codePoint >= 0x2100 && codePoint < 0x2500)
        || (codePoint >= 0xA730 && codePoint < 0xA732)
        || (codePoint >= 0xFF21 && codePoint < 0xFF5B)
        || (codePoint >= 0x1D400 && codePoint < 0x1D800)
        || (codePoint >= 0x1F130 && codePoint < 0x1F1E6);
  }

  private static void hidden(String text, int start, int end, List<Folded.Disguise> disguises) {
    var inside = start > 0 && end < text.length() && isHideout(text.charAt(start - 1))
        && isHideout(text.charAt(end));
    var tag = text.codePointAt(start) >= 0xE0020 && text.codePointAt(start) < 0xE007F;
    if (inside || tag) disguises.add(new Folded.Disguise(Trick.HIDDEN, start, end));
  }

  /// Letters of alphabets that never need an invisible neighbour (Persian and Indic ones do).
  private static boolean isHideout(char c) {
    return c < 0x590 && Character.isLetter(c);
  }

  private static void put(Track track, char c, int start, int end) {
    var blank = c == ' ' || c == '\t' || c == '\r';
    if (blank && (track.length() == 0 || track.at(track.length() - 1) == ' ')) return;
    track.add(blank ? ' ' : c, start, end);
  }

  private static char lower(char c) {
    return c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
  }
}
