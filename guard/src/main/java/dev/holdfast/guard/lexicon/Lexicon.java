package dev.holdfast.guard.lexicon;

import dev.holdfast.guard.fold.Folder;
import dev.holdfast.guard.fold.Words;
import java.util.ArrayList;
import java.util.List;

/// All words of all languages in one letter tree. Safe for use by several threads once loaded.
public final class Lexicon implements Words {
  private static final String PROCLITICS = "\u0648\u0627\u0644\u0628\u0644\u0643\u0641\u0633\u05d4\u05d5\u05d1\u05db\u05dc\u05de\u05e9";
  private static final int LONGEST_PROCLITIC = 4;
  /// From here on lie the scripts written without gaps.
  private static final char UNSPACED = 0x2E80;

  private final Trie trie = new Trie();

  private Lexicon() {}

  /// Reads the word lists from the class path.
  ///
  /// @throws IllegalStateException if the jar was packed without them
  public static Lexicon load() {
    var lexicon = new Lexicon();
    var folder = new Folder(Words.NONE);
    WordList.read("xx").forEach(e -> lexicon.add(e, -1L, folder));
    for (var tongue : Tongue.ALL)
      WordList.read(tongue.tag()).forEach(e -> lexicon.add(e, tongue.bit(), folder));
    return lexicon;
  }

  private void add(WordList.Entry entry, long tongues, Folder folder) {
    var plain = folder.fold(entry.word()).text().strip();
    var row = new Trie.Row(entry.concept(), tongues, entry.anywhere(), entry.suffix());
    if (!plain.isEmpty()) trie.add(plain, row);
  }

  /// Every word of the lexicon in `plain`, by start; several may begin at one place.
  public List<Hit> in(String plain) {
    var hits = new ArrayList<Hit>();
    for (var i = 0; i < plain.length(); i++) {
      if (isLetter(plain.charAt(i))) walk(plain, i, hits);
    }
    return hits;
  }

  @Override
  public boolean knows(String word) {
    var hits = new ArrayList<Hit>();
    walk(word, 0, hits);
    return hits.stream().anyMatch(h -> h.end() == word.length() && h.concept() != Concept.STOP);
  }

  private void walk(String plain, int start, List<Hit> hits) {
    var node = 0;
    var begins = beginsWord(plain, start);
    for (var i = start; i < plain.length(); i++) {
      node = trie.next(node, plain.charAt(i));
      if (node < 0) return;
      for (var row : trie.rows(node)) {
        if (!begins && !row.anywhere()) continue;
        var end = wordEnd(plain, i + 1, row);
        if (end > 0) merge(hits, new Hit(row.concept(), start, end, row.tongues()));
      }
    }
  }

  private static void merge(List<Hit> hits, Hit hit) {
    for (var i = hits.size() - 1; i >= 0 && hits.get(i).start() == hit.start(); i--) {
      var other = hits.get(i);
      if (other.concept() != hit.concept()) continue;
      hits.set(i, new Hit(hit.concept(), hit.start(), Math.max(hit.end(), other.end()),
          hit.tongues() | other.tongues()));
      return;
    }
    hits.add(hit);
  }

  /// Where the word that holds `from` ends, if its ending is short enough; else -1.
  private static int wordEnd(String plain, int from, Trie.Row row) {
    var end = from;
    while (end < plain.length() && end - from <= row.suffix() && continues(plain, end))
      end++;
    if (row.anywhere() && row.suffix() == 0) return from;
    return end - from <= row.suffix() ? end : -1;
  }

  private static boolean beginsWord(String plain, int at) {
    for (var i = at - 1; i >= Math.max(0, at - LONGEST_PROCLITIC); i--) {
      var c = plain.charAt(i);
      if (!isLetter(c) || (c >= UNSPACED && plain.charAt(at) < UNSPACED)) return true;
      if (PROCLITICS.indexOf(c) < 0) return false;
    }
    return at <= LONGEST_PROCLITIC;
  }

  /// Whether the word goes on at `at`: Latin words end where Chinese, Japanese or Korean begins.
  private static boolean continues(String plain, int at) {
    var c = plain.charAt(at);
    return isLetter(c) && (c < UNSPACED || plain.charAt(at - 1) >= UNSPACED);
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')
        || (c > 0x7F && (Character.isLetterOrDigit(c) || isMark(c)));
  }

  private static boolean isMark(char c) {
    var type = Character.getType(c);
    return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
  }
}
