package dev.holdfast.kernel.wire;

/// Body of `POST /v1/vaults/{vault}/rekey`.
///
/// @param destroyProof by the code key of the epoch that comes into force over
///          `holdfast/v1/destroy\n` ‖ vault ‖ old epoch (u32), 128 hex digits; empty to freeze only
public record Rekey(String destroyProof) {}
