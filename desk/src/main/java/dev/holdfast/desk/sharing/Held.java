package dev.holdfast.desk.sharing;

import java.time.Instant;

/// A dossier that the desk has.
///
/// @param addedAt when it came or last changed here; those who fetch again ask by it
public record Held(Dossier dossier, Instant addedAt) {}
