package dev.holdfast.guard.persona;

/// What a name pretends.
///
/// @param persona whom it names
/// @param brand whether a messenger's name is in it
/// @param disguised whether it is written with a trick
public record Pose(Persona persona, boolean brand, boolean disguised) {
  /// A name that pretends nothing.
  public static final Pose NONE = new Pose(Persona.NONE, false, false);
}
