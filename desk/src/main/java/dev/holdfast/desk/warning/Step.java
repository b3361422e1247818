package dev.holdfast.desk.warning;

/// What becomes of a wish to move a warning on.
public sealed interface Step {
  /// It is done.
  record Done(Entry entry) implements Step {}

  /// There is no such warning.
  record Absent() implements Step {}

  /// A rule says no.
  record Refused(Reason reason) implements Step {}

  /// Why not.
  enum Reason {
    /// Whoever wrote it cannot approve it.
    NEEDS_ANOTHER_PERSON,
    /// It was approved before.
    APPROVED_ALREADY,
    /// It was taken back before.
    REVOKED_ALREADY,
    /// It would end before it began.
    OVER_ALREADY
  }
}
