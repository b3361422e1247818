package dev.holdfast.guard.thread;

import dev.holdfast.guard.lexicon.Concept;
import dev.holdfast.guard.lexicon.Hit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// Cuts a line into sentences.
public final class Sentences {
  /// One sentence.
  ///
  /// @param start first plain character
  /// @param end behind the last
  /// @param hits its words
  /// @param said the concepts named outside quotation marks
  /// @param quoted the concepts named inside quotation marks
  /// @param asks whether it ends with a question mark
  public record Sentence(int start, int end, List<Hit> hits, Set<Concept> said, Set<Concept> quoted,
      boolean asks) {
    /// Copies the hits; the sets stay the maker's.
    public Sentence { hits = List.copyOf(hits); }
  }

  private static final String ENDS = ".!?\n;\u3002\uff01\uff1f\u061f\u0964\u037e\u2026\u06d4";
  private static final String QUESTION = "?\uff1f\u061f\u037e";
  private static final int LONGEST = 320;

  private Sentences() {}

  /// The sentences of a line that hold a word of the lexicon.
  public static List<Sentence> of(Line line) {
    var plain = line.folded().text();
    var sentences = new ArrayList<Sentence>();
    var hits = line.hits();
    var next = 0;
    var start = 0;
    while (start < plain.length()) {
      var end = end(plain, start);
      var from = next;
      while (next < hits.size() && hits.get(next).start() < end)
        next++;
      if (next > from) sentences.add(sentence(line, start, end, hits.subList(from, next)));
      start = end;
    }
    return sentences;
  }

  private static int end(String plain, int start) {
    var limit = Math.min(plain.length(), start + LONGEST);
    for (var i = start; i < limit; i++) {
      if (ENDS.indexOf(plain.charAt(i)) >= 0 && !isInner(plain, i)) return i + 1;
    }
    return limit;
  }

  /// A dot inside a number, address or abbreviation.
  private static boolean isInner(String plain, int i) {
    return plain.charAt(i) == '.' && i + 1 < plain.length() && plain.charAt(i + 1) != ' '
        && plain.charAt(i + 1) != '\n';
  }

  private static Sentence sentence(Line line, int start, int end, List<Hit> hits) {
    var said = EnumSet.noneOf(Concept.class);
    var quoted = EnumSet.noneOf(Concept.class);
    for (var hit : hits)
      (line.isQuoted(hit.start()) ? quoted : said).add(hit.concept());
    said.remove(Concept.STOP);
    quoted.remove(Concept.STOP);
    var mark = line.folded().text().charAt(end - 1);
    return new Sentence(start, end, hits, said, quoted, QUESTION.indexOf(mark) >= 0);
  }
}
