package dev.holdfast.guard.warning;

import dev.holdfast.kernel.warning.Template;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One warning with its prints at hand: what a conversation costs does not grow with the templates.
final class Known {
  private final Notice notice;
  private final int shift;
  private final Map<Long, List<Integer>> owners = new HashMap<>();

  Known(Notice notice) {
    this.notice = notice;
    this.shift = notice.templates().stream().mapToInt(Template::shift).min().orElse(0);
    for (var i = 0; i < notice.templates().size(); i++)
      for (var print : notice.templates().get(i).prints())
        owners.computeIfAbsent(print, p -> new ArrayList<>(1)).add(i);
  }

  /// The best template: unquoted before quoted.
  Optional<Sighting> in(List<Cut> cuts) {
    var pieces = new Pieces(cuts);
    var prints = new Prints(notice.salt());
    for (var i = 0; i < cuts.size(); i++)
      keep(i, cuts.get(i), prints, pieces);
    return sighting(pieces, pieces.unquoted(), false)
        .or(() -> sighting(pieces, pieces.said(), true));
  }

  private void keep(int index, Cut cut, Prints prints, Pieces pieces) {
    var windows = cut.windows();
    windows.each(shift, (from, to) -> {
      var print = prints.of(windows.letters(), from, to);
      if (owners.containsKey(print)) pieces.add(print, index, from, to);
    });
  }

  private Optional<Sighting> sighting(Pieces pieces, Iterable<Long> held, boolean quoted) {
    var counts = new int[notice.templates().size()];
    for (var print : held)
      for (var owner : owners.getOrDefault(print, List.of()))
        counts[owner]++;
    for (var i = 0; i < counts.length; i++) {
      var template = notice.templates().get(i);
      if (counts[i] >= Notices.FEWEST && counts[i] >= Notices.SHARE * template.prints().size())
        return Optional.of(new Sighting(notice, quoted, pieces.places(template)));
    }
    return Optional.empty();
  }
}
