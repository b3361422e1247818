package dev.holdfast.archive.signal;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The vault's own numbers for recipients, chats and colours: content key to number, assigned once
/// and never reused, so that an export that numbers everything anew costs nothing.
///
/// One instance lives as long as the vault's device; its state is saved as `entries` and given back
/// to the constructor. Losing it costs bytes (the next snapshot compares worse), never data, because
/// every snapshot keeps its own pairs. Source: docs/format.md, section 14.
public final class CanonicalIds {
  private final Map<ContentKey, Long> known;
  private final Map<IdSpace, Long> highest = new EnumMap<>(IdSpace.class);

  /// An empty book.
  public CanonicalIds() {
    this(Map.of());
  }

  /// A book as it was saved.
  ///
  /// @param entries copied
  public CanonicalIds(Map<ContentKey, Long> entries) {
    known = new HashMap<>(entries);
    entries.forEach((key, number) -> highest.merge(key.space(), number, Math::max));
  }

  /// What is to be saved once a snapshot is stored: a copy. The highest number of each space is
  /// always among them, which is what keeps numbers from being used again.
  public Map<ContentKey, Long> entries() {
    return Map.copyOf(known);
  }

  /// Starts the map of one snapshot.
  public SnapshotIds snapshot() {
    return new SnapshotIds(this);
  }

  /// The number of the first key that is known and whose number nobody else has in this snapshot;
  /// keys without a number gain it as aliases. Where there is none, a fresh number, to which all
  /// keys then lead: that ends a conflict between two that shared an alias.
  long assign(IdSpace space, List<ContentKey> keys, Set<Long> taken) {
    for (var key : keys) {
      var number = known.get(key);
      if (number == null || taken.contains(number)) continue;
      keys.forEach(alias -> known.putIfAbsent(alias, number));
      return number;
    }
    long number = fresh(space);
    keys.forEach(key -> known.put(key, number));
    return number;
  }

  private long fresh(IdSpace space) {
    return highest.merge(space, 1L, Long::sum);
  }
}
