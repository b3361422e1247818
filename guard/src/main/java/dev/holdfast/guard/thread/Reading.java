package dev.holdfast.guard.thread;

import dev.holdfast.guard.lexicon.Tongues;
import dev.holdfast.guard.persona.Pose;
import dev.holdfast.guard.talk.Sender;
import java.util.List;

/// A conversation, read once: what every later step looks at.
///
/// @param sender facts of the other side
/// @param pose what its name pretends
/// @param tongues the languages it is in
/// @param lines every text, oldest first
public record Reading(Sender sender, Pose pose, Tongues tongues, List<Line> lines) {
  /// Copies the lines.
  public Reading { lines = List.copyOf(lines); }

  /// Index of the last turn the other side wrote, or -1.
  public int lastTheirs() {
    var last = -1;
    for (var line : lines)
      if (!line.mine()) last = line.turn();
    return last;
  }
}
