package dev.holdfast.guard.draft;

/// What the guard says to an outgoing message.
public sealed interface Finding {
  /// Nothing to say.
  record Nothing() implements Finding {}

  /// An own secret is on its way out.
  ///
  /// @param kind which one
  /// @param groupsOut how many of its groups have left or would leave, in all chats
  /// @param groups how many it has
  record Stop(SecretKind kind, int groupsOut, int groups) implements Finding {}

  /// Something shaped like a secret; the owner decides.
  ///
  /// @param shape what it looks like
  /// @param isContact whether the other side is saved
  record Sure(Shapes.Shape shape, boolean isContact) implements Finding {}
}
