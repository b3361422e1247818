package dev.holdfast.guard.lexicon;

import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Map;
import java.util.function.ToIntFunction;

/// Lays a grown letter tree out as the double array that [Trie] reads.
final class TriePacking {
  private static final int FREE = -1;

  private final ToIntFunction<Character> codes;
  private int[] base = new int[1 << 10];
  private int[] parent = new int[1 << 10];
  private char[] ends = new char[1 << 10];
  private int slots = 1;
  private int lowestFree = 1;

  private record Placed(Sprout sprout, int slot) {}

  /// @param codes of letters, from 1
  /// @param lists the number of each list of rows, 0 for the empty one
  TriePacking(Sprout root, ToIntFunction<Character> codes, ToIntFunction<Sprout> lists) {
    this.codes = codes;
    Arrays.fill(parent, FREE);
    var left = new ArrayDeque<Placed>();
    left.add(new Placed(root, Trie.ROOT));
    while (!left.isEmpty()) {
      var placed = left.remove();
      ends[placed.slot()] = (char) lists.applyAsInt(placed.sprout());
      if (placed.sprout().children().isEmpty()) continue;
      base[placed.slot()] = baseFor(placed.sprout());
      for (var child : placed.sprout().children().entrySet())
        left.add(new Placed(child.getValue(), take(placed.slot(), child)));
    }
  }

  /// The lowest base at which all children find a free slot.
  private int baseFor(Sprout sprout) {
    var wanted = sprout.children().keySet().stream().mapToInt(codes).sorted().toArray();
    while (parentOf(lowestFree) != FREE)
      lowestFree++;
    var at = Math.max(0, lowestFree - wanted[0]);
    while (!fits(at, wanted))
      at++;
    return at;
  }

  private boolean fits(int at, int[] wanted) {
    for (var code : wanted)
      if (parentOf(at + code) != FREE) return false;
    return true;
  }

  private int parentOf(int slot) {
    return slot < parent.length ? parent[slot] : FREE;
  }

  private int take(int node, Map.Entry<Character, Sprout> child) {
    var slot = base[node] + codes.applyAsInt(child.getKey());
    while (slot >= parent.length)
      grow();
    parent[slot] = node;
    slots = Math.max(slots, slot + 1);
    return slot;
  }

  private void grow() {
    var before = parent.length;
    base = Arrays.copyOf(base, 2 * before);
    ends = Arrays.copyOf(ends, 2 * before);
    parent = Arrays.copyOf(parent, 2 * before);
    Arrays.fill(parent, before, parent.length, FREE);
  }

  void write(DataOutputStream out) throws IOException {
    out.writeInt(slots);
    for (var slot = 0; slot < slots; slot++) {
      out.writeInt(base[slot]);
      out.writeInt(parent[slot]);
    }
    for (var slot = 0; slot < slots; slot++)
      out.writeChar(ends[slot]);
  }
}
