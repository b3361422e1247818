package dev.holdfast.desk.campaign;

import dev.holdfast.desk.likeness.PlainText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Misspellings, found without a dictionary: a word that some write where more write another one a
/// single slip away. Endings do not count, since grammar changes them.
final class Spellings {
  private static final int SHORTEST = 5;
  private static final double MORE = 1.2;

  /// Knows none.
  static final Spellings NONE = new Spellings();

  private final Map<String, Integer> reports = new HashMap<>();
  private final Map<String, List<String>> slips = new HashMap<>();
  private final Set<String> odd = new HashSet<>();

  /// Learns from the texts of a number of reports.
  static Spellings of(Iterable<String> plains) {
    var spellings = new Spellings();
    for (var plain : plains)
      for (var word : new HashSet<>(PlainText.words(plain)))
        if (countable(word)) spellings.reports.merge(word, 1, Integer::sum);
    spellings.reports.keySet().forEach(spellings::slip);
    spellings.judge();
    return spellings;
  }

  private static boolean countable(String word) {
    return word.length() >= SHORTEST && word.charAt(0) < 0x2E80
        && word.chars().allMatch(Character::isLetter);
  }

  /// Files a word under each form that lacks one letter; two words one slip apart share a form.
  private void slip(String word) {
    slips.computeIfAbsent(word, w -> new ArrayList<>(1)).add(word);
    for (var i = 1; i < word.length() - 1; i++)
      slips.computeIfAbsent(word.substring(0, i) + word.substring(i + 1), w -> new ArrayList<>(1))
          .add(word);
  }

  private void judge() {
    for (var group : slips.values()) {
      for (var a : group)
        for (var b : group)
          if (count(b) >= Math.max(2, count(a) * MORE) && isSlip(a, b)) odd.add(a);
    }
  }

  private int count(String word) {
    return reports.getOrDefault(word, 0);
  }

  private static boolean isSlip(String a, String b) {
    if (a.equals(b) || a.charAt(0) != b.charAt(0) || Math.abs(a.length() - b.length()) > 1)
      return false;
    var start = 0;
    var shorter = Math.min(a.length(), b.length());
    while (start < shorter && a.charAt(start) == b.charAt(start))
      start++;
    var tail = 0;
    while (tail < shorter - start
        && a.charAt(a.length() - 1 - tail) == b.charAt(b.length() - 1 - tail))
      tail++;
    var wideA = a.length() - start - tail;
    var wideB = b.length() - start - tail;
    if (wideA == 2 && wideB == 2)
      return a.charAt(start) == b.charAt(start + 1) && a.charAt(start + 1) == b.charAt(start);
    return wideA <= 1 && wideB <= 1 && tail >= 2;
  }

  /// The misspellings in a text.
  Set<String> in(String plain) {
    var found = new HashSet<String>();
    for (var word : PlainText.words(plain))
      if (odd.contains(word)) found.add(word);
    return found;
  }
}
