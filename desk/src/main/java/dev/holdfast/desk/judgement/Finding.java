package dev.holdfast.desk.judgement;

import dev.holdfast.desk.trait.Kind;

/// One piece of evidence.
///
/// @param weight decimal logarithm of its ratio before discounts; negative speaks against one actor
/// @param mark the shared value, or one that does not meet; 0 if there is none to show
public record Finding(Kind kind, double weight, long mark) {}
