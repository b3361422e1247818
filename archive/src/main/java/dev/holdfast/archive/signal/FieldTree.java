package dev.holdfast.archive.signal;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Paths of field numbers, folded into a tree so that one walk over a frame visits them all.
///
/// @param <T> what stands at the end of a path
final class FieldTree<T> {
  private final List<@Nullable FieldTree<T>> children = new ArrayList<>();
  private @Nullable T leaf;

  /// Adds paths such as `4.9.1.1`, separated by spaces.
  FieldTree<T> add(T what, String paths) {
    for (var path : paths.trim().split("\\s+", -1)) {
      var node = this;
      for (var number : path.split("\\.", -1)) {
        node = node.grow(Integer.parseInt(number));
      }
      node.leaf = what;
    }
    return this;
  }

  /// Makes `path.number` look like `path` once more, without that branch itself.
  FieldTree<T> repeat(int path, int number) {
    var original = grow(path);
    var before = new ArrayList<>(original.children);
    original.grow(number).children.addAll(before);
    return this;
  }

  private FieldTree<T> grow(int number) {
    while (children.size() <= number)
      children.add(null);
    var child = children.get(number);
    if (child != null) return child;
    var grown = new FieldTree<T>();
    children.set(number, grown);
    return grown;
  }

  /// The branch for a field, if a path leads through it.
  @Nullable
  FieldTree<T> child(int number) {
    return number < children.size() ? children.get(number) : null;
  }

  /// What stands here, if a path ends here.
  @Nullable
  T leaf() {
    return leaf;
  }
}
