package dev.holdfast.guard.draft;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/// The windows of a message, each with the places where it stands.
final class Windows {
  private final Map<String, Set<Finding.Place>> places = new LinkedHashMap<>();

  void add(Traced stream, int size) {
    var text = stream.text();
    for (var i = 0; i + size <= text.length(); i++)
      places.computeIfAbsent(text.substring(i, i + size), w -> new LinkedHashSet<>())
          .add(stream.place(i, i + size));
  }

  void forEach(BiConsumer<String, Set<Finding.Place>> use) {
    places.forEach(use);
  }

  /// Places that overlap or touch as one, by start; without those that lie in earlier messages.
  static List<Finding.Place> merged(List<Finding.Place> places) {
    var sorted = new ArrayList<>(places);
    sorted.removeIf(p -> p.start() == p.end());
    sorted.sort(Comparator.comparingInt(Finding.Place::start));
    var merged = new ArrayList<Finding.Place>();
    for (var place : sorted) {
      var last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
      if (last == null || place.start() > last.end()) merged.add(place);
      else
        merged.set(merged.size() - 1,
            new Finding.Place(last.start(), Math.max(last.end(), place.end())));
    }
    return merged;
  }
}
