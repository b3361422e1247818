package dev.holdfast.guard.thread;

import dev.holdfast.guard.fold.Folded;
import dev.holdfast.guard.lexicon.Hit;
import dev.holdfast.guard.link.Link;
import java.util.List;

/// One text of the conversation, read.
///
/// @param turn index of the turn it belongs to
/// @param mine whether the protected person wrote it
/// @param attached whether it was read in an attachment; its offsets then are not offsets of the
///          turn
/// @param folded the plain form
/// @param hits the words understood, by start
/// @param quotes the quoted parts of the plain form
/// @param links links and payloads
public record Line(int turn, boolean mine, boolean attached, Folded folded, List<Hit> hits,
    Quotes quotes, List<Link> links) {
  /// Copies the lists.
  public Line {
    hits = List.copyOf(hits);
    links = List.copyOf(links);
  }

  /// Whether plain character `at` stands inside quotation marks.
  public boolean isQuoted(int at) {
    return quotes.cover(at);
  }
}
