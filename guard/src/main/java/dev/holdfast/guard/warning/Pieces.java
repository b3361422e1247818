package dev.holdfast.guard.warning;

import dev.holdfast.kernel.warning.Template;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The known prints that a whole conversation holds: a lure may come in several messages.
final class Pieces {
  private record Spot(int cut, int from, int to) {}

  private final List<Cut> cuts;
  private final Map<Long, Spot> said = new HashMap<>();
  private final Set<Long> unquoted = new HashSet<>();

  Pieces(List<Cut> cuts) {
    this.cuts = cuts;
  }

  void add(long print, int cut, int from, int to) {
    said.putIfAbsent(print, new Spot(cut, from, to));
    if (!cuts.get(cut).isQuoted(from)) unquoted.add(print);
  }

  Set<Long> said() {
    return said.keySet();
  }

  Set<Long> unquoted() {
    return unquoted;
  }

  /// One stretch for each text that holds a part of the template.
  List<Sighting.Place> places(Template template) {
    var from = new HashMap<Integer, Integer>();
    var to = new HashMap<Integer, Integer>();
    for (var print : template.prints()) {
      var spot = said.get(print);
      if (spot == null) continue;
      from.merge(spot.cut(), spot.from(), Math::min);
      to.merge(spot.cut(), spot.to(), Math::max);
    }
    var places = new ArrayList<Sighting.Place>();
    for (var i = 0; i < cuts.size(); i++) {
      var first = from.get(i);
      var last = to.get(i);
      if (first != null && last != null) places.add(cuts.get(i).place(first, last));
    }
    return places;
  }
}
