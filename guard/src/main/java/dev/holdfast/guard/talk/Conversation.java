package dev.holdfast.guard.talk;

import java.util.List;

/// A conversation up to now, as the protected person's app knows it.
///
/// @param app the messenger by name, empty if unknown
/// @param sender what is known of the other side
/// @param turns oldest first
public record Conversation(String app, Sender sender, List<Turn> turns) {
  /// Copies the turns.
  public Conversation { turns = List.copyOf(turns); }

  /// One message out of the blue.
  public static Conversation of(Sender sender, String text) {
    return new Conversation("", sender, List.of(Turn.them(text)));
  }
}
