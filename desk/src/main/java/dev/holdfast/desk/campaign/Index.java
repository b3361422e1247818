package dev.holdfast.desk.campaign;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.LongPredicate;

/// Who holds a mark.
final class Index {
  private final Map<Long, List<Integer>> holders = new HashMap<>();

  /// @param marks of the member at each place
  static Index of(int size, IntFunction<long[]> marks, LongPredicate which) {
    var index = new Index();
    for (var i = 0; i < size; i++)
      for (var mark : marks.apply(i))
        if (which.test(mark)) index.holders.computeIfAbsent(mark, m -> new ArrayList<>(2)).add(i);
    index.holders.values().removeIf(h -> h.size() < 2);
    return index;
  }

  /// Marks held by more than one, each with its holders in rising order.
  Map<Long, List<Integer>> shared() {
    return holders;
  }
}
