package dev.holdfast.archive.restore;

import dev.holdfast.archive.store.Chain;
import dev.holdfast.kernel.ObjectName;
import dev.holdfast.kernel.SnapshotId;
import dev.holdfast.kernel.manifest.OuterManifest;
import dev.holdfast.kernel.manifest.SealedObject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Which objects the kept snapshots need, from the outer parts alone (docs/format.md, section 7):
/// an object is needed from the snapshot that adds it until the one before it is dropped.
final class Reach {
  private record Span(SealedObject object, long first, long last) {}

  private final Map<Long, SnapshotId> kept = new LinkedHashMap<>();
  private final Map<ObjectName, List<Span>> spans = new LinkedHashMap<>();
  private final Map<ObjectName, SealedObject> needed = new LinkedHashMap<>();

  static Reach of(Chain chain) {
    var reach = new Reach();
    var open = new HashMap<ObjectName, Span>();
    for (var stored : chain.manifests().reversed())
      if (stored.kept())
        reach.kept.put(stored.manifest().outer().sequence(), stored.manifest().id());
    for (var stored : chain.manifests())
      reach.enter(stored.manifest().outer(), open);
    open.values().forEach(reach::close);
    return reach;
  }

  private void enter(OuterManifest outer, Map<ObjectName, Span> open) {
    long now = outer.sequence();
    for (var name : outer.dropped()) {
      var span = open.remove(name);
      if (span != null) close(new Span(span.object, span.first, now - 1));
    }
    var added = new ArrayList<>(outer.added());
    added.add(outer.inner());
    for (var object : added)
      open.putIfAbsent(object.name(), new Span(object, now, Long.MAX_VALUE));
  }

  private void close(Span span) {
    boolean needs = kept.keySet()
        .stream()
        .anyMatch(number -> number >= span.first && number <= span.last);
    if (!needs) return;
    spans.computeIfAbsent(span.object.name(), name -> new ArrayList<>()).add(span);
    needed.put(span.object.name(), span.object);
  }

  /// Every object that some kept snapshot needs.
  Collection<SealedObject> objects() {
    return needed.values();
  }

  /// Kept snapshots, newest first.
  List<SnapshotId> snapshots() {
    return List.copyOf(kept.values());
  }

  /// Kept snapshots within whose reach the object is, newest first.
  List<SnapshotId> snapshotsThatNeed(SealedObject object) {
    var found = new ArrayList<SnapshotId>();
    kept.forEach((number, id) -> {
      for (var span : spans.getOrDefault(object.name(), List.of()))
        if (number >= span.first && number <= span.last) found.add(id);
    });
    return found;
  }
}
