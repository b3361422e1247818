package dev.holdfast.desk.campaign;

import java.time.Instant;
import java.util.List;

/// What an analyst decided.
///
/// @param reports whom it is about, by their ids
/// @param answer for [Kind#OVERRULE] the analyst's word, else empty
/// @param reason why, in the analyst's words
public record Decision(Instant at, Kind kind, List<String> reports, String answer, String reason) {
  /// Copies the reports.
  public Decision { reports = List.copyOf(reports); }

  /// What was decided.
  public enum Kind {
    /// The campaigns of these reports are one.
    MERGE,
    /// These reports stand apart, together.
    SPLIT,
    /// These reports stay where they are, whatever comes.
    PIN,
    /// The answer about these two is another one.
    OVERRULE
  }
}
