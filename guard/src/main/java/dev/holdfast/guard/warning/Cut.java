package dev.holdfast.guard.warning;

import dev.holdfast.guard.thread.Line;
import dev.holdfast.guard.thread.Reading;
import java.util.List;

/// One text of the other side with its windows.
record Cut(Line line, Windows windows) {
  static List<Cut> theirs(Reading reading) {
    return reading.lines()
        .stream()
        .filter(line -> !line.mine())
        .map(line -> new Cut(line, Windows.of(line.folded().text())))
        .toList();
  }

  boolean isQuoted(int letter) {
    return line.isQuoted(windows.place(letter));
  }

  Sighting.Place place(int from, int to) {
    if (line.attached()) return new Sighting.Place(line.turn(), 0, 0);
    var folded = line.folded();
    return new Sighting.Place(line.turn(), folded.startOf(windows.place(from)),
        folded.endOf(windows.place(to - 1)));
  }
}
