package dev.holdfast.guard.warning;

import dev.holdfast.kernel.warning.Template;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The prints of a whole conversation under one salt: a lure may come in several messages.
final class Pieces {
  private record Spot(int cut, int from, int to) {}

  private final List<Cut> cuts;
  private final Map<Long, Spot> said = new HashMap<>();
  private final Set<Long> unquoted = new HashSet<>();

  Pieces(List<Cut> cuts, int shift, Prints prints) {
    this.cuts = cuts;
    for (var i = 0; i < cuts.size(); i++)
      add(i, cuts.get(i), shift, prints);
  }

  private void add(int index, Cut cut, int shift, Prints prints) {
    var windows = cut.windows();
    windows.each(shift, (from, to) -> {
      var print = prints.of(windows.letters(), from, to);
      said.putIfAbsent(print, new Spot(index, from, to));
      if (!cut.isQuoted(from)) unquoted.add(print);
    });
  }

  boolean hold(Template template, boolean quotesToo) {
    var set = quotesToo ? said.keySet() : unquoted;
    var held = template.prints().stream().filter(set::contains).count();
    return held >= Notices.FEWEST && held >= Notices.SHARE * template.prints().size();
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
