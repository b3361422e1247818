package dev.holdfast.client.watch;

import dev.holdfast.guard.Level;
import dev.holdfast.guard.ask.Ask;
import java.util.List;

/// What the owner is told. Holds no word of any message.
///
/// @param name of the conversation as the app shows it, chosen by the other side; empty if none
/// @param level caution or danger
/// @param asks what is asked for
/// @param advice a stable name of what to do
/// @param sentence what to do, in the conversation's language
/// @param ownSecret the own secret that is on its way out, empty if none
public record Warning(String name, Level level, List<Ask> asks, String advice, String sentence,
    String ownSecret) {
  /// Copies the list.
  public Warning { asks = List.copyOf(asks); }

  /// Takes warnings to people.
  @FunctionalInterface
  public interface Channel {
    /// Tells somebody. It may fail quietly: the other channels are told all the same.
    void tell(Warning warning);
  }
}
