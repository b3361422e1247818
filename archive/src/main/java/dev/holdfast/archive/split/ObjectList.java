package dev.holdfast.archive.split;

import dev.holdfast.archive.snapshot.ObjectEntry;
import dev.holdfast.kernel.manifest.SealedObject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;

/// The objects of a lineage while a snapshot is added to it: those of before by name, those on
/// their way as promises.
final class ObjectList {
  private final List<ObjectEntry> before;
  private final List<Object> fresh = new ArrayList<>();
  private final Map<Integer, Integer> carried = new HashMap<>();

  /// @param before objects of the lineage that goes on; empty for a base
  ObjectList(List<ObjectEntry> before) {
    this.before = before;
  }

  /// The number that the next object gets.
  int next() {
    return before.size() + fresh.size();
  }

  /// Enters an object on its way, as [#next].
  void add(Future<SealedObject> sent) {
    fresh.add(sent);
  }

  /// Takes over an object of the lineage before, for a base.
  ///
  /// @param old its number there
  /// @return its number here
  int carry(int old, ObjectEntry entry) {
    return carried.computeIfAbsent(old, fresher -> {
      fresh.add(entry);
      return next() - 1;
    });
  }

  /// What this snapshot appends; everything on its way has arrived by then.
  List<ObjectEntry> appended() throws IOException {
    var entries = new ArrayList<ObjectEntry>();
    for (var one : fresh)
      entries.add(switch (one) {
        case ObjectEntry entry -> entry;
        default -> new ObjectEntry(arrived(one).name(), 0);
      });
    return entries;
  }

  /// The sealed objects among them that were sent for this snapshot.
  List<SealedObject> sent() throws IOException {
    var objects = new ArrayList<SealedObject>();
    for (var one : fresh)
      if (!(one instanceof ObjectEntry)) objects.add(arrived(one));
    return objects;
  }

  private static SealedObject arrived(Object promise) throws IOException {
    return (SealedObject) Pipeline.await((Future<?>) promise);
  }

  /// All objects of the lineage, without the snapshot's own inner one.
  List<ObjectEntry> all() throws IOException {
    var all = new ArrayList<>(before);
    all.addAll(appended());
    return all;
  }
}
