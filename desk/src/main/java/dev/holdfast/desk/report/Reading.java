package dev.holdfast.desk.report;

/// What became of one line.
public sealed interface Reading {
  /// It is a report.
  record Read(Report report) implements Reading {}

  /// It is none; it is kept with the reason.
  ///
  /// @param reason a sentence that quotes nothing
  record Aside(String reason) implements Reading {}
}
