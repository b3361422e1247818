package dev.holdfast.guard.warning;

import dev.holdfast.guard.thread.Reading;
import dev.holdfast.kernel.warning.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// All warnings that hold now. Safe for use by several threads. The time an answer takes grows with
/// the number of warnings and the length of the conversation.
public final class Notices {
  /// No warnings at all.
  public static final Notices NONE = new Notices(List.of());

  /// The share of a template's prints that a conversation must hold.
  public static final double SHARE = 0.5;
  /// The fewest of them, so that chance is ruled out.
  public static final int FEWEST = 12;

  private final List<Notice> notices;

  private Notices(List<Notice> notices) {
    this.notices = notices;
  }

  /// @param notices that hold now; of several that fit, the first is told
  public static Notices of(List<Notice> notices) {
    return new Notices(notices.stream().filter(n -> !n.templates().isEmpty()).toList());
  }

  /// The first warning that fits what the other side wrote, unquoted before quoted.
  public Optional<Sighting> in(Reading reading) {
    if (notices.isEmpty()) return Optional.empty();
    var lines = Cut.theirs(reading);
    var seen = new ArrayList<Sighting>();
    for (var notice : notices)
      seen(notice, lines).ifPresent(seen::add);
    return seen.stream().filter(s -> !s.quoted()).findFirst().or(() -> seen.stream().findFirst());
  }

  private static Optional<Sighting> seen(Notice notice, List<Cut> lines) {
    var shift = notice.templates().stream().mapToInt(Template::shift).min().orElse(0);
    var pieces = new Pieces(lines, shift, new Prints(notice.salt()));
    Optional<Sighting> quoted = Optional.empty();
    for (var template : notice.templates()) {
      if (pieces.hold(template, false))
        return Optional.of(new Sighting(notice, false, pieces.places(template)));
      if (quoted.isEmpty() && pieces.hold(template, true))
        quoted = Optional.of(new Sighting(notice, true, pieces.places(template)));
    }
    return quoted;
  }
}
