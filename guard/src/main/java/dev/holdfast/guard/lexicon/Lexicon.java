package dev.holdfast.guard.lexicon;

import dev.holdfast.guard.fold.Words;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/// All words of all languages in one letter tree. Safe for use by several threads.
public final class Lexicon implements Words {
  static final int MAGIC = 0x48464C31;
  private static final String PROCLITICS = "\u0648\u0627\u0644\u0628\u0644\u0643\u0641\u0633\u05d4\u05d5\u05d1\u05db\u05dc\u05de\u05e9";
  private static final int LONGEST_PROCLITIC = 4;
  /// From here on lie the scripts written without gaps.
  private static final char UNSPACED = 0x2E80;

  private final Trie words;
  /// Those that may begin inside a longer word.
  private final Trie inner;

  private Lexicon(ByteBuffer in) {
    if (in.getInt() != MAGIC || in.getShort() != Concept.values().length)
      throw new IllegalStateException("lexicon.bin is not of this version");
    var codes = new char[Character.MAX_VALUE + 1];
    int letters = in.getShort();
    for (var i = 0; i < letters; i++)
      codes[in.getChar()] = in.getChar();
    var lists = lists(in);
    words = Trie.read(in, codes, letters, lists);
    inner = Trie.read(in, codes, letters, lists);
  }

  /// Reads the words from the class path, in the form into which the build brings the word lists.
  ///
  /// @throws IllegalStateException if the jar was packed without them
  public static Lexicon load() {
    try (var in = Lexicon.class.getResourceAsStream("lexicon.bin")) {
      if (in == null)
        throw new IllegalStateException(
            "lexicon.bin is missing from the class path; the build makes it after compiling");
      return new Lexicon(ByteBuffer.wrap(in.readAllBytes()));
    } catch (IOException e) {
      throw new UncheckedIOException("lexicon.bin could not be read", e);
    }
  }

  private static List<List<Trie.Row>> lists(ByteBuffer in) {
    var concepts = Concept.values();
    var lists = new ArrayList<List<Trie.Row>>();
    for (int left = in.getShort(); left > 0; left--) {
      var rows = new Trie.Row[in.get()];
      for (var i = 0; i < rows.length; i++)
        rows[i] = new Trie.Row(concepts[in.get()], in.getLong(), in.get() != 0, in.get());
      lists.add(List.of(rows));
    }
    return lists;
  }

  /// Every word of the lexicon in `plain`, by start; several may begin at one place.
  public List<Hit> in(String plain) {
    var hits = new ArrayList<Hit>();
    for (var i = 0; i < plain.length(); i++) {
      if (!words.begins(plain.charAt(i)) || !isLetter(plain.charAt(i))) continue;
      walk(beginsWord(plain, i) ? words : inner, plain, i, hits);
    }
    return hits;
  }

  @Override
  public boolean knows(String word) {
    var node = Trie.ROOT;
    for (var i = 0; i < word.length(); i++) {
      node = words.next(node, word.charAt(i));
      if (node == Trie.NONE) return false;
      for (var row : words.rows(node))
        if (row.concept() != Concept.STOP && wordEnd(word, i + 1, row) == word.length())
          return true;
    }
    return false;
  }

  private static void walk(Trie trie, String plain, int start, List<Hit> hits) {
    var node = Trie.ROOT;
    for (var i = start; i < plain.length(); i++) {
      node = trie.next(node, plain.charAt(i));
      if (node == Trie.NONE) return;
      if (!trie.ends(node)) continue;
      for (var row : trie.rows(node)) {
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
