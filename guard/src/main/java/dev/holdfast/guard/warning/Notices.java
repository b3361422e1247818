package dev.holdfast.guard.warning;

import dev.holdfast.guard.thread.Reading;
import java.util.List;
import java.util.Optional;

/// All warnings that hold now. Safe for use by several threads. The time an answer takes grows with
/// the number of warnings, not of their templates, and with the length of the conversation.
public final class Notices {
  /// No warnings at all.
  public static final Notices NONE = new Notices(List.of());

  /// The share of a template's prints that a conversation must hold.
  public static final double SHARE = 0.35;
  /// The fewest of them, so that chance is ruled out.
  public static final int FEWEST = 12;

  private final List<Known> known;

  private Notices(List<Known> known) {
    this.known = known;
  }

  /// @param notices that hold now; of several that fit, the first is told
  public static Notices of(List<Notice> notices) {
    return new Notices(
        notices.stream().filter(n -> !n.templates().isEmpty()).map(Known::new).toList());
  }

  /// The first warning that fits what the other side wrote, unquoted before quoted.
  public Optional<Sighting> in(Reading reading) {
    if (known.isEmpty()) return Optional.empty();
    var cuts = Cut.theirs(reading);
    Optional<Sighting> quoted = Optional.empty();
    for (var one : known) {
      var seen = one.in(cuts);
      if (seen.isPresent() && !seen.get().quoted()) return seen;
      if (quoted.isEmpty()) quoted = seen;
    }
    return quoted;
  }
}
