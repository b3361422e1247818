package dev.holdfast.guard.train;

import dev.holdfast.guard.model.Features;

/// What the learner sees of an item.
///
/// @param item where it comes from
/// @param features its features
/// @param weight how much it counts
/// @param varied whether it is a disguised copy
record Example(Item item, Features features, float weight, boolean varied) {
  private static final String BRUSHES = "0";

  boolean lure() {
    return item.isLure();
  }

  boolean soft() {
    return item.level() == 2;
  }

  /// Ordinary talk, from the public sets or the corpus.
  boolean isOrdinary() {
    return item.isHam() || (!lure() && item.group().equals(BRUSHES));
  }
}
