package dev.holdfast.guard.lexicon;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Reads one word list. First line `suffix N` (how long endings may be) or `anywhere` (no gaps
/// between words); then `CONCEPT word, word, several words`. `*word` may begin inside a longer word,
/// `word!` takes no ending.
final class WordList {
  /// One word as written in the file.
  record Entry(Concept concept, String word, boolean anywhere, int suffix) {}

  private WordList() {}

  static List<Entry> read(String name) {
    var in = WordList.class.getResourceAsStream(name + ".txt");
    if (in == null)
      throw new IllegalStateException("the word list " + name + " is missing from the class path");
    try (var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return parse(lines.lines().toList());
    } catch (IOException e) {
      throw new UncheckedIOException("the word list " + name + " could not be read", e);
    }
  }

  private static List<Entry> parse(List<String> lines) {
    var anywhere = lines.get(0).equals("anywhere");
    var suffix = anywhere ? 0 : Integer.parseInt(lines.get(0).substring("suffix ".length()));
    var entries = new ArrayList<Entry>();
    for (var line : lines.subList(1, lines.size())) {
      if (line.isBlank()) continue;
      var gap = line.indexOf(' ');
      var concept = Concept.valueOf(line.substring(0, gap));
      for (var word : List.of(line.substring(gap + 1).split(",", -1))) {
        entries.add(entry(concept, word.strip(), anywhere, suffix));
      }
    }
    return entries;
  }

  private static Entry entry(Concept concept, String word, boolean anywhere, int suffix) {
    var inside = word.startsWith("*");
    var exact = word.endsWith("!") || concept == Concept.STOP;
    var bare = word.substring(inside ? 1 : 0,
        word.endsWith("!") ? word.length() - 1 : word.length());
    var ascii = bare.chars().allMatch(c -> c < 0x80);
    return new Entry(concept, bare, inside || (anywhere && !ascii), exact ? 0 : suffix);
  }
}
