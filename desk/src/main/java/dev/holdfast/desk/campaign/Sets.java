package dev.holdfast.desk.campaign;

import java.util.Arrays;

/// Disjoint sets of small numbers; each set is known by its least member.
final class Sets {
  private final int[] parent;

  Sets(int size) {
    parent = new int[size];
    Arrays.setAll(parent, i -> i);
  }

  int size() {
    return parent.length;
  }

  int find(int member) {
    var root = member;
    while (parent[root] != root)
      root = parent[root];
    for (var at = member; parent[at] != root;) {
      var next = parent[at];
      parent[at] = root;
      at = next;
    }
    return root;
  }

  /// @return whether they were apart
  boolean join(int a, int b) {
    var x = find(a);
    var y = find(b);
    if (x == y) return false;
    parent[Math.max(x, y)] = Math.min(x, y);
    return true;
  }
}
