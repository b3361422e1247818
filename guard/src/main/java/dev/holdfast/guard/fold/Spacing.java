package dev.holdfast.guard.fold;

import java.util.List;

/// Joins words written one letter at a time: `s i g n a l`, `p.i.n`, `k-e-y`.
final class Spacing {
  private static final int FEWEST_LETTERS = 3;

  private Spacing() {}

  static Track join(Track track, List<Folded.Disguise> disguises) {
    var at = 0;
    while (at < track.length() && runEnd(track, at) < 0)
      at++;
    return at == track.length() ? track : joined(track, disguises);
  }

  private static Track joined(Track track, List<Folded.Disguise> disguises) {
    var out = new Track(track.length());
    var i = 0;
    while (i < track.length()) {
      var end = runEnd(track, i);
      if (end < 0) {
        out.add(track, i++);
        continue;
      }
      for (var k = i; k < end; k += 2)
        out.add(track, k);
      disguises.add(new Folded.Disguise(Trick.SPACED, track.start(i), track.end(end - 1)));
      i = end;
    }
    return out;
  }

  /// Behind the last letter of a run of single letters that starts at `i`, or -1.
  private static int runEnd(Track track, int i) {
    if (!isLetter(track, i) || (i > 0 && isLetterOrDigit(track, i - 1))) return -1;
    if (i + 2 >= track.length() || !isGap(track.at(i + 1))) return -1;
    var gap = track.at(i + 1);
    var end = i + 1;
    while (end + 1 < track.length() && track.at(end) == gap && isLetter(track, end + 1)
        && !isLetterOrDigit(track, end + 2)) {
      end += 2;
    }
    return (end - i) / 2 + 1 >= FEWEST_LETTERS ? end : -1;
  }

  private static boolean isGap(char c) {
    return c == ' ' || c == '.' || c == '-' || c == '_' || c == '*' || c == '/' || c == '|'
        || c == ','
        || c == '\u00b7' || c == '\u2022';
  }

  private static boolean isLetter(Track track, int i) {
    return i < track.length() && track.at(i) < 0x590 && Character.isLetter(track.at(i));
  }

  private static boolean isLetterOrDigit(Track track, int i) {
    return i < track.length() && Character.isLetterOrDigit(track.at(i));
  }
}
