package dev.holdfast.guard.draft;

import java.util.List;

/// What the guard says to an outgoing message.
public sealed interface Finding {
  /// Nothing to say.
  record Nothing() implements Finding {}

  /// An own secret is on its way out.
  ///
  /// @param kind which one
  /// @param groupsOut how many of its groups have left or would leave, in all chats
  /// @param groups how many it has
  /// @param places where in this message it stands, by start, none touching another; empty only
  ///          where all of it stood in earlier ones
  record Stop(SecretKind kind, int groupsOut, int groups, List<Place> places) implements Finding {
    /// Copies the places.
    public Stop { places = List.copyOf(places); }
  }

  /// A part of the message as written.
  ///
  /// @param start first UTF-16 unit
  /// @param end behind the last unit
  record Place(int start, int end) {}

  /// Something shaped like a secret; the owner decides.
  ///
  /// @param shape what it looks like
  /// @param isContact whether the other side is saved
  record Sure(Shapes.Shape shape, boolean isContact) implements Finding {}
}
