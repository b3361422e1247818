package dev.holdfast.kernel.wire;

/// Body of `POST /v1/vaults/{vault}/destroy`.
///
/// @param epoch whose frozen share is to be destroyed
/// @param proof by the code key of the epoch after it over `holdfast/v1/destroy\n` ‖ vault ‖ epoch
///          (u32), 128 hex digits
public record Destroy(int epoch, String proof) {}
