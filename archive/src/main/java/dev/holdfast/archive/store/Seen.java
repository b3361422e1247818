package dev.holdfast.archive.store;

import dev.holdfast.kernel.SnapshotId;

/// The newest snapshot a client has seen, so that a store that shows an older history is noticed.
///
/// @param sequence its number, from 1
public record Seen(long sequence, SnapshotId id) {}
