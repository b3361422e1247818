package dev.holdfast.archive.store;

import java.time.Instant;

/// A manifest as the store lists it.
///
/// @param receivedAt by the store's clock
/// @param kept false if retention has let the objects go; the manifest stays, for the chain
public record StoredManifest(SignedManifest manifest, Instant receivedAt, boolean kept) {}
