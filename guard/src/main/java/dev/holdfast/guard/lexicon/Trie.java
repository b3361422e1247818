package dev.holdfast.guard.lexicon;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;

/// A letter tree that is only read: a double array, so that a step is two look-ups. Its nodes are
/// slots; a slot's `base` plus the code of a letter is the slot of the child, if that one says so.
/// Made by [TriePacking], read from the bytes that it wrote.
final class Trie {
  /// One meaning of a word.
  ///
  /// @param anywhere may begin inside a longer word
  /// @param suffix how many more letters the word may have
  record Row(Concept concept, long tongues, boolean anywhere, int suffix) {}

  /// Where every walk begins.
  static final int ROOT = 0;
  /// No such child.
  static final int NONE = -1;

  /// The code of each letter, 0 for letters that no word has; shared with other trees.
  private final char[] codes;
  /// Two numbers a slot: its base, and its parent (-1 where it is free).
  private final int[] cells;
  /// Which list of rows ends at a slot; list 0 is empty.
  private final char[] ends;
  private final List<List<Row>> lists;

  private Trie(char[] codes, int[] cells, char[] ends, List<List<Row>> lists) {
    this.codes = codes;
    this.cells = cells;
    this.ends = ends;
    this.lists = lists;
  }

  /// Reads one tree.
  ///
  /// @param codes by letter
  /// @param mostCode the highest of them
  static Trie read(ByteBuffer in, char[] codes, int mostCode, List<List<Row>> lists) {
    int slots = in.getInt();
    var cells = new int[2 * (slots + mostCode + 1)];
    in.asIntBuffer().get(cells, 0, 2 * slots);
    in.position(in.position() + 8 * slots);
    Arrays.fill(cells, 2 * slots, cells.length, NONE);
    var ends = new char[slots];
    in.asCharBuffer().get(ends);
    in.position(in.position() + 2 * slots);
    return new Trie(codes, cells, ends, lists);
  }

  /// Whether some word goes on with `c`.
  boolean begins(char c) {
    return next(ROOT, c) != NONE;
  }

  /// The node behind `c`, or [#NONE].
  int next(int node, char c) {
    int code = codes[c];
    if (code == 0) return NONE;
    int child = cells[2 * node] + code;
    return cells[2 * child + 1] == node ? child : NONE;
  }

  /// Whether a word ends here.
  boolean ends(int node) {
    return ends[node] != 0;
  }

  /// What the word that ends here means.
  List<Row> rows(int node) {
    return lists.get(ends[node]);
  }
}
