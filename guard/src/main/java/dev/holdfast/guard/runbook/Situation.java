package dev.holdfast.guard.runbook;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/// What somebody tells about what happened.
///
/// @param given what the others got; with nothing else in it [Given#NOTHING] counts
/// @param when it happened, if known
public record Situation(Set<Given> given, Optional<Instant> when, Phone phone) {
  /// Copies the set.
  public Situation {
    var all = EnumSet.noneOf(Given.class);
    all.addAll(given);
    if (all.size() > 1) all.remove(Given.NOTHING);
    if (all.isEmpty()) all.add(Given.NOTHING);
    given = Collections.unmodifiableSet(all);
  }

  /// True if it is among what they got.
  public boolean has(Given one) {
    return given.contains(one);
  }

  /// A device may be linked that is not the owner's.
  boolean linked() {
    return has(Given.DEVICE_LINK) || has(Given.QR);
  }

  /// Something was given.
  boolean harmed() {
    return !has(Given.NOTHING);
  }
}
