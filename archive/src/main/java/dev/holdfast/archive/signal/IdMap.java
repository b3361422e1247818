package dev.holdfast.archive.signal;

/// Gives another number for each file-local id.
@FunctionalInterface
public interface IdMap {
  /// What an `IdMap` answers for an id it does not know; never an id itself.
  long UNDEFINED = 0;

  /// The other number, or `UNDEFINED`.
  ///
  /// @param id 64 bits, unsigned, as it stands in the frame
  long map(IdSpace space, long id);

  /// One id and its canonical number.
  ///
  /// @param original as it stands in the exported frame
  /// @param canonical as it stands in the rewritten frame
  record Pair(IdSpace space, long original, long canonical) {}

  /// The map from original to canonical ids.
  ///
  /// @throws IllegalArgumentException if the pairs are not one to one, or one is `UNDEFINED`
  static IdMap toCanonical(Iterable<Pair> pairs) {
    return of(pairs)::canonical;
  }

  /// The map back from canonical to original ids.
  ///
  /// @throws IllegalArgumentException if the pairs are not one to one, or one is `UNDEFINED`
  static IdMap toOriginal(Iterable<Pair> pairs) {
    return of(pairs)::original;
  }

  private static IdPairs of(Iterable<Pair> pairs) {
    var known = new IdPairs();
    pairs.forEach(known::add);
    return known;
  }
}
