package dev.holdfast.cli.snapshot;

import dev.holdfast.archive.store.SnapshotLine;

/// A snapshot for programs.
///
/// @param createdAt by the device's clock, ISO-8601
/// @param receivedAt by the server's clock, ISO-8601
record SnapshotDocument(String snapshot, long sequence, int epoch, String device, String createdAt,
    String receivedAt, boolean base, long bytes, boolean kept) {
  static SnapshotDocument of(SnapshotLine line) {
    return new SnapshotDocument(line.id().hex(), line.sequence(), line.epoch(),
        line.device().hex(), line.createdAt().toString(), line.receivedAt().toString(),
        line.base(), line.bytes(), line.kept());
  }
}
