package dev.holdfast.desk.sharing;

import dev.holdfast.guard.ask.Ask;
import dev.holdfast.kernel.warning.Wording;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// One campaign as it is shared: the model behind every format.
///
/// @param id the same in every format and every time
/// @param name one line
/// @param description what is known, without words about reporters or third parties
/// @param created when the desk first had it, whole seconds
/// @param modified when it last changed, whole seconds
/// @param firstSeen of the campaign
/// @param tlp who may have it
/// @param asks which secrets are asked for
/// @param wordings what people are told, in their languages; may be empty
public record Dossier(UUID id, String name, String description, Instant created, Instant modified,
    Instant firstSeen, Tlp tlp, List<Ask> asks, List<Indicator> indicators,
    List<Wording> wordings) {
  private static final int LONGEST_NAME = 200;

  /// @throws IllegalArgumentException if the name is empty or too long, or times are out of order
  public Dossier {
    asks = List.copyOf(asks);
    indicators = indicators.stream().distinct().toList();
    wordings = List.copyOf(wordings);
    if (name.isBlank() || name.length() > LONGEST_NAME)
      throw new IllegalArgumentException("a campaign's name has 1 to 200 characters");
    if (modified.isBefore(created))
      throw new IllegalArgumentException("a campaign is changed after it is made");
  }

  /// The tags of [Taxonomy] for what is asked for.
  List<String> askTags() {
    return asks.stream().map(Taxonomy::tag).toList();
  }
}
