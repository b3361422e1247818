package dev.holdfast.guard.runbook;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

/// The clock of a step.
///
/// @param at the times it speaks of, earliest first
public record Term(Kind kind, List<Instant> at) {
  /// What the times mean.
  public enum Kind {
    /// First of all that follows.
    NOW,
    /// Try again then.
    AGAIN,
    /// The danger lasts until then.
    UNTIL,
    /// What was written since then.
    SINCE,
    /// Look again then, and an hour from now.
    CHECK;

    /// The key of its text in [Speech].
    public String key() {
      return "clock_" + name().toLowerCase(Locale.ROOT);
    }
  }

  /// Copies the times.
  public Term { at = List.copyOf(at); }
}
