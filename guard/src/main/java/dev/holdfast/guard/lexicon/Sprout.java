package dev.holdfast.guard.lexicon;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/// A node of a letter tree that still grows, while the lexicon is built.
final class Sprout {
  private final Map<Character, Sprout> children = new TreeMap<>();
  private List<Trie.Row> rows = List.of();

  Map<Character, Sprout> children() {
    return children;
  }

  List<Trie.Row> rows() {
    return rows;
  }

  /// Adds a word below this node; the same meaning in another language joins the one that is there.
  void add(String word, Trie.Row row) {
    var node = this;
    for (var i = 0; i < word.length(); i++)
      node = node.children.computeIfAbsent(word.charAt(i), c -> new Sprout());
    node.mean(row);
  }

  private void mean(Trie.Row row) {
    var after = new ArrayList<Trie.Row>();
    var merged = row;
    for (var known : rows) {
      var same = known.concept() == row.concept() && known.anywhere() == row.anywhere()
          && known.suffix() == row.suffix();
      if (same)
        merged = new Trie.Row(row.concept(), known.tongues() | row.tongues(),
            row.anywhere(), row.suffix());
      else
        after.add(known);
    }
    after.add(merged);
    rows = List.copyOf(after);
  }

  /// The words that may begin inside a longer one, in a tree of their own.
  Sprout anywhere() {
    var inner = new Sprout();
    children.forEach((c, child) -> {
      var below = child.anywhere();
      if (!below.children.isEmpty() || !below.rows.isEmpty()) inner.children.put(c, below);
    });
    inner.rows = rows.stream().filter(Trie.Row::anywhere).toList();
    return inner;
  }

  void walk(Consumer<Sprout> visit) {
    visit.accept(this);
    children.values().forEach(child -> child.walk(visit));
  }
}
