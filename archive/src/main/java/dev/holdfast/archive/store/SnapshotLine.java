package dev.holdfast.archive.store;

import dev.holdfast.kernel.DeviceId;
import dev.holdfast.kernel.SnapshotId;
import java.time.Instant;

/// What a list of snapshots shows; all of it stands in the readable outer part.
///
/// @param sequence its number in the vault, from 1
/// @param createdAt by the device's clock
/// @param receivedAt by the store's clock
/// @param base true if it continues no earlier snapshot
/// @param bytes what the store keeps for it alone, manifest included
/// @param kept false if retention has let its objects go
public record SnapshotLine(SnapshotId id, long sequence, int epoch, DeviceId device,
    Instant createdAt, Instant receivedAt, boolean base, long bytes, boolean kept) {}
