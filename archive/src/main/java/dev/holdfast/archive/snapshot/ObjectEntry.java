package dev.holdfast.archive.snapshot;

import dev.holdfast.kernel.ObjectName;

/// One object in a lineage's list.
///
/// @param blobsAt where in its plaintext the blobs begin: 0 for a pack, behind the inner part for an
///          inner object
public record ObjectEntry(ObjectName name, int blobsAt) {}
