package dev.holdfast.archive.signal;

/// Tells a pasted recovery key from other values of the same length; keeps nothing of what
/// it reads.
final class PastedKey {
  private static final String SEPARATORS = "-_.:,";
  private int letters;
  private int group;
  private int firstGroup;
  private boolean unequal;
  private boolean digit;
  private boolean beyondHex;

  private PastedKey() {}

  static boolean matches(CharSequence value) {
    var seen = new PastedKey();
    for (int i = 0; i < value.length(); i++) {
      if (!seen.take(value.charAt(i))) return false;
    }
    seen.endGroup(true);
    return seen.letters == 64 && seen.beyondHex && (seen.digit || !seen.unequal);
  }

  private boolean take(char typed) {
    int letter = RecoveryKey.letter(typed);
    if (letter < 0) {
      endGroup(false);
      return Character.isWhitespace(typed) || SEPARATORS.indexOf(typed) >= 0;
    }
    letters++;
    group++;
    digit |= letter <= '9';
    beyondHex |= letter > 'f' || typed == '#' || typed == '=';
    return letters <= 64;
  }

  /// The last group may be shorter than the others, no group may be longer than the first.
  private void endGroup(boolean last) {
    if (group == 0) return;
    if (firstGroup == 0) firstGroup = group;
    unequal |= last ? group > firstGroup : group != firstGroup;
    group = 0;
  }
}
