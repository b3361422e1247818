package dev.holdfast.guard.train;

import dev.holdfast.guard.model.Features;

/// What the learner sees of an item.
///
/// @param item where it comes from
/// @param features its features
/// @param weight how much it counts
record Example(Item item, Features features, float weight) {
  boolean lure() {
    return item.isLure();
  }

  boolean soft() {
    return item.level() == 2;
  }
}
