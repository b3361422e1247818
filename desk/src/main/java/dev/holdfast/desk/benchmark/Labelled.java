package dev.holdfast.desk.benchmark;

import dev.holdfast.desk.report.Report;

/// A report with the truth about it.
///
/// @param group who is behind it; a name of its own for what stands alone
/// @param playbook what is played; a name of its own for what stands alone
public record Labelled(Report report, String group, String playbook) {}
