package dev.holdfast.guard.lexicon;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A letter tree in two flat arrays: edges by open addressing, rows at the nodes where a word ends.
final class Trie {
  /// One meaning of a word.
  ///
  /// @param anywhere may begin inside a longer word
  /// @param suffix how many more letters the word may have
  record Row(Concept concept, long tongues, boolean anywhere, int suffix) {}

  private static final int MISSING = -1;

  private long[] keys = new long[1 << 16];
  private int[] targets = new int[1 << 16];
  private int edges;
  private final List<List<Row>> rows = new ArrayList<>();

  Trie() {
    Arrays.fill(keys, MISSING);
    rows.add(List.of());
  }

  int next(int node, char c) {
    var key = ((long) node << 16) | c;
    for (var slot = slot(key);; slot = (slot + 1) & (keys.length - 1)) {
      if (keys[slot] == key) return targets[slot];
      if (keys[slot] == MISSING) return MISSING;
    }
  }

  List<Row> rows(int node) {
    return rows.get(node);
  }

  void add(String word, Row row) {
    var node = 0;
    for (var i = 0; i < word.length(); i++)
      node = child(node, word.charAt(i));
    var before = rows.get(node);
    var after = new ArrayList<Row>();
    var merged = row;
    for (var r : before) {
      var same = r.concept() == row.concept() && r.anywhere() == row.anywhere()
          && r.suffix() == row.suffix();
      if (same)
        merged = new Row(row.concept(), r.tongues() | row.tongues(), row.anywhere(), row.suffix());
      else
        after.add(r);
    }
    after.add(merged);
    rows.set(node, List.copyOf(after));
  }

  private int child(int node, char c) {
    var found = next(node, c);
    if (found != MISSING) return found;
    if (edges * 2 > keys.length) grow();
    rows.add(List.of());
    edges++;
    put(((long) node << 16) | c, rows.size() - 1);
    return rows.size() - 1;
  }

  private void put(long key, int target) {
    var slot = slot(key);
    while (keys[slot] != MISSING)
      slot = (slot + 1) & (keys.length - 1);
    keys[slot] = key;
    targets[slot] = target;
  }

  private void grow() {
    var oldKeys = keys;
    var oldTargets = targets;
    keys = new long[oldKeys.length * 2];
    targets = new int[oldKeys.length * 2];
    Arrays.fill(keys, MISSING);
    for (var i = 0; i < oldKeys.length; i++)
      if (oldKeys[i] != MISSING) put(oldKeys[i], oldTargets[i]);
  }

  private int slot(long key) {
    var mixed = key * 0x9E3779B97F4A7C15L;
    return (int) (mixed >>> 40) & (keys.length - 1);
  }
}
