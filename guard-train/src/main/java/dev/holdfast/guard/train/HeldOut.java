package dev.holdfast.guard.train;

import java.util.ArrayList;
import java.util.List;

/// Heads and rows made without some folds of a split, so that what is measured was never seen.
final class HeldOut {
  private final List<List<Example>> trainable;
  private final Splits split;

  /// @param trainable the variants of every item, the plain one first
  HeldOut(List<List<Example>> trainable, Splits split) {
    this.trainable = trainable;
    this.split = split;
  }

  /// Every example outside these folds.
  List<Example> without(int... folds) {
    var examples = new ArrayList<Example>();
    for (var variants : trainable)
      if (!in(variants, folds)) examples.addAll(variants);
    return examples;
  }

  /// The rows of one fold, by heads that did not see it.
  List<Row> rows(int fold, Heads heads) {
    var rows = new ArrayList<Row>();
    for (var variants : trainable)
      if (in(variants, fold)) variants.forEach(e -> rows.add(heads.row(e)));
    return rows;
  }

  /// Forests for heads that did not see `fold`: their rows come from heads that saw neither `fold`
  /// nor the fold of the row.
  ///
  /// @param pairs heads without both folds, by either order
  Forests forests(int fold, Heads[][] pairs) {
    var rows = new ArrayList<Row>();
    for (var other = 0; other < Splits.FOLDS; other++)
      if (other != fold) rows.addAll(rows(other, pairs[fold][other]));
    return Forests.grow(rows);
  }

  /// Heads without each pair of folds.
  Heads[][] pairs() {
    var pairs = new Heads[Splits.FOLDS][Splits.FOLDS];
    for (var a = 0; a < Splits.FOLDS; a++) {
      for (var b = 0; b < a; b++) {
        pairs[a][b] = Learner.heads(without(a, b));
        pairs[b][a] = pairs[a][b];
      }
    }
    return pairs;
  }

  private boolean in(List<Example> variants, int... folds) {
    var own = split.foldOf(variants.get(0).item());
    for (var fold : folds)
      if (fold == own) return true;
    return false;
  }
}
