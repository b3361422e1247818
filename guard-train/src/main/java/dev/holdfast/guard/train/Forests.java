package dev.holdfast.guard.train;

import dev.holdfast.guard.model.Forest;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// The two forests of a model, see [dev.holdfast.guard.model.Model].
///
/// @param harm lures against everything else
/// @param strange lures against ordinary talk
record Forests(Forest harm, Forest strange) {
  private static final float ORDINARY_WEIGHS = 0.3f;
  private static final int THIN = 5;
  private static final float VARIED_WEIGHS = 0.5f;

  static Forests grow(List<Row> all) {
    var rows = thinned(all);
    return new Forests(grown(rows, e -> true),
        grown(rows, e -> e.lure() || e.isOrdinary()));
  }

  /// One in [#THIN] of the messages that the topic head finds ordinary beyond doubt, which the
  /// trees count as many times.
  private static List<Row> thinned(List<Row> all) {
    var rows = new ArrayList<Row>();
    var easy = 0;
    for (var row : all)
      if (!row.isEasy() || easy++ % THIN == 0) rows.add(row);
    return rows;
  }

  private static Forest grown(List<Row> rows, Predicate<Example> which) {
    var kept = rows.stream().filter(r -> which.test(r.example())).toList();
    var numbers = new float[kept.size()][];
    var is = new boolean[kept.size()];
    var weights = new float[kept.size()];
    for (var i = 0; i < is.length; i++) {
      var example = kept.get(i).example();
      numbers[i] = kept.get(i).numbers();
      is[i] = example.lure();
      weights[i] = (example.varied() ? VARIED_WEIGHS : 1)
          * (example.item().isHam() ? ORDINARY_WEIGHS : 1) * (kept.get(i).isEasy() ? THIN : 1);
    }
    return Grower.grow(numbers, is, weights);
  }
}
