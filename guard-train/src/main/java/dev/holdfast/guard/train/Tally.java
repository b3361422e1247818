package dev.holdfast.guard.train;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/// Counts by name.
final class Tally {
  private final Map<String, long[]> counts = new TreeMap<>();

  void add(String name, boolean hit) {
    var count = counts.computeIfAbsent(name, n -> new long[2]);
    count[1]++;
    if (hit) count[0]++;
  }

  void forEach(BiConsumer<String, Rate> use) {
    counts.forEach((name, count) -> use.accept(name, new Rate(count[0], count[1])));
  }

  Rate of(String name) {
    var count = counts.getOrDefault(name, new long[2]);
    return new Rate(count[0], count[1]);
  }
}
