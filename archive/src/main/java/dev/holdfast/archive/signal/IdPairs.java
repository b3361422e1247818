package dev.holdfast.archive.signal;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Original and canonical ids, one to one within each space, in the order they came.
final class IdPairs {
  private final Map<IdSpace, Map<Long, Long>> canonical = new EnumMap<>(IdSpace.class);
  private final Map<IdSpace, Map<Long, Long>> original = new EnumMap<>(IdSpace.class);
  private final List<IdMap.Pair> pairs = new ArrayList<>();

  private static Map<Long, Long> in(Map<IdSpace, Map<Long, Long>> side, IdSpace space) {
    return side.computeIfAbsent(space, _ -> new HashMap<>());
  }

  /// @throws IllegalArgumentException if either side is undefined or has a partner already
  void add(IdMap.Pair pair) {
    var space = pair.space();
    boolean oneToOne = pair.original() != IdMap.UNDEFINED && pair.canonical() != IdMap.UNDEFINED
        && in(canonical, space).putIfAbsent(pair.original(), pair.canonical()) == null
        && in(original, space).putIfAbsent(pair.canonical(), pair.original()) == null;
    if (!oneToOne) throw new IllegalArgumentException("the ids are not one to one");
    pairs.add(pair);
  }

  long canonical(IdSpace space, long id) {
    return in(canonical, space).getOrDefault(id, IdMap.UNDEFINED);
  }

  long original(IdSpace space, long number) {
    return in(original, space).getOrDefault(number, IdMap.UNDEFINED);
  }

  /// The canonical numbers in use: a view.
  Set<Long> taken(IdSpace space) {
    return in(original, space).keySet();
  }

  List<IdMap.Pair> inOrder() {
    return List.copyOf(pairs);
  }
}
