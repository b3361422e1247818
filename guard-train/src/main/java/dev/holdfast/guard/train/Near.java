package dev.holdfast.guard.train;

import java.util.Arrays;
import java.util.Locale;
import java.util.TreeSet;

/// Groups messages that are nearly the same: digits alike, punctuation gone, the five
/// rarest-looking words.
final class Near {
  private static final int WORDS = 5;

  private Near() {}

  static String groupOf(String text) {
    var plain = text.toLowerCase(Locale.ROOT)
        .replaceAll("\\d+", "0")
        .replaceAll("[^\\p{L}\\p{M}0]+", " ")
        .strip();
    var words = new TreeSet<>((String a,
        String b) -> a.length() != b.length() ? b.length() - a.length() : a.compareTo(b));
    words.addAll(Arrays.asList(plain.split(" ", -1)));
    return String.join(" ", words.stream().limit(WORDS).toList());
  }
}
