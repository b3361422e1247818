package dev.holdfast.kernel.wire;

import java.util.List;

/// Answer of `GET /v1/vaults/{vault}/log`.
///
/// @param entries those of the vault, by index
/// @param note the newest checkpoint, signed by the server's identity
public record LogPage(List<LogEntry> entries, String note) {}
