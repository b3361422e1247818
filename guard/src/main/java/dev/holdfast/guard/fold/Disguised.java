package dev.holdfast.guard.fold;

import java.util.List;

/// Replaces, inside single words, letters borrowed from other alphabets and digits posing as
/// letters. Every replacement is one character for one, so offsets stay as they are.
final class Disguised {
  private static final String LEET = "0134578@$!|";
  private static final String LETTER = "oieastbasil";
  private static final String LETTER_TOO = "oleastbasll";
  private static final int LONGEST_WORD = 40;
  private static final int MOST_DOUBTS = 3;

  private Disguised() {}

  static void undo(Track track, Words words, List<Folded.Disguise> disguises) {
    var main = mainAlphabet(track);
    var i = 0;
    while (i < track.length()) {
      if (!isWordPart(track.at(i))) {
        i++;
        continue;
      }
      var end = i;
      while (end < track.length() && isWordPart(track.at(end)))
        end++;
      if (end - i <= LONGEST_WORD) word(track, i, end, main, words, disguises);
      i = end;
    }
  }

  private static void word(Track track, int from, int to, int main, Words words,
      List<Folded.Disguise> disguises) {
    var alphabets = alphabets(track, from, to);
    if (Integer.bitCount(alphabets) > 1) {
      var target = targetOf(track, from, to);
      if (target != 0 && become(track, from, to, target))
        mark(Trick.MIXED_SCRIPTS, track, from, to, disguises);
    } else if (alphabets != 0 && alphabets != main && main != 0
        && imitates(track, from, to, main, words)) {
      become(track, from, to, main);
      mark(Trick.MIXED_SCRIPTS, track, from, to, disguises);
    }
    if (hasLeet(track, from, to)) leet(track, from, to, words, disguises);
  }

  private static int mainAlphabet(Track track) {
    var counts = new int[Alphabets.OTHER + 1];
    for (var i = 0; i < track.length(); i++)
      counts[Alphabets.of(track.at(i))]++;
    var main = Alphabets.LATIN;
    for (var a : new int[]{Alphabets.CYRILLIC, Alphabets.GREEK})
      if (counts[a] > counts[main]) main = a;
    return counts[main] == 0 ? 0 : main;
  }

  private static int alphabets(Track track, int from, int to) {
    var seen = 0;
    for (var i = from; i < to; i++)
      seen |= Alphabets.of(track.at(i));
    return seen;
  }

  /// The alphabet into which every letter of the word can be read; Latin when several would do.
  private static int targetOf(Track track, int from, int to) {
    for (var target : new int[]{Alphabets.LATIN, Alphabets.CYRILLIC, Alphabets.GREEK}) {
      if (readsAs(track, from, to, target)) return target;
    }
    return 0;
  }

  private static boolean readsAs(Track track, int from, int to, int target) {
    for (var i = from; i < to; i++)
      if (Alphabets.as(track.at(i), target) == 0) return false;
    return true;
  }

  private static boolean imitates(Track track, int from, int to, int main, Words words) {
    if (!readsAs(track, from, to, main)) return false;
    var read = new StringBuilder(to - from);
    for (var i = from; i < to; i++)
      read.append(Alphabets.as(track.at(i), main));
    return words.knows(read.toString());
  }

  private static boolean become(Track track, int from, int to, int target) {
    var changed = false;
    for (var i = from; i < to; i++) {
      var letter = Alphabets.as(track.at(i), target);
      changed |= letter != track.at(i);
      track.put(i, letter);
    }
    return changed;
  }

  private static boolean hasLeet(Track track, int from, int to) {
    var letters = false;
    var signs = false;
    for (var i = from; i < to; i++) {
      letters |= Alphabets.of(track.at(i)) != 0;
      signs |= LEET.indexOf(track.at(i)) >= 0;
    }
    return letters && signs;
  }

  private static void leet(Track track, int from, int to, Words words,
      List<Folded.Disguise> disguises) {
    if (words.knows(track.slice(from, to))) return;
    var core = to;
    while (core > from && track.at(core - 1) == '!')
      core--;
    for (var choice = 0; choice < 1 << MOST_DOUBTS; choice++) {
      var read = read(track, from, core, choice);
      if (!words.knows(read)) continue;
      for (var i = from; i < core; i++)
        track.put(i, read.charAt(i - from));
      mark(Trick.LEET, track, from, core, disguises);
      return;
    }
  }

  /// The word with signs as letters; each bit of `choice` says how one sign that may be I or L
  /// is read.
  private static String read(Track track, int from, int to, int choice) {
    var read = new StringBuilder(to - from);
    var doubts = 0;
    for (var i = from; i < to; i++) {
      var at = LEET.indexOf(track.at(i));
      var doubtful = at >= 0 && LETTER.charAt(at) != LETTER_TOO.charAt(at);
      var too = doubtful && doubts < MOST_DOUBTS && (choice >> doubts & 1) != 0;
      if (doubtful) doubts++;
      read.append(at < 0 ? track.at(i) : (too ? LETTER_TOO : LETTER).charAt(at));
    }
    return read.toString();
  }

  private static void mark(Trick trick, Track track, int from, int to,
      List<Folded.Disguise> disguises) {
    disguises.add(new Folded.Disguise(trick, track.start(from), track.end(to - 1)));
  }

  private static boolean isWordPart(char c) {
    return Character.isLetterOrDigit(c) || c == '@' || c == '$' || c == '!' || c == '|';
  }
}
