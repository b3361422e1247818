package dev.holdfast.guard.draft;

import java.time.Instant;

/// A part of a message that may be a part of a secret.
///
/// @param read on the folded alphabet
/// @param sure whether it can hardly be a word: it holds digits or stands in groups
/// @param at when it was sent
record Piece(Traced read, boolean sure, Instant at) {
  String symbols() {
    return read.text();
  }
}
