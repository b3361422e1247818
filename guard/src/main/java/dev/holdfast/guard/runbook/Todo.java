package dev.holdfast.guard.runbook;

import java.util.Optional;

/// A step at its place in the list.
///
/// @param term its clock, if it has one
public record Todo(Step step, Optional<Term> term) {}
