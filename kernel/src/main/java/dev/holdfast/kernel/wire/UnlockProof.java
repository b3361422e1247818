package dev.holdfast.kernel.wire;

/// Body of `POST /v1/vaults/{vault}/unlock`.
///
/// @param proof by the factor key of the epoch in force over `holdfast/v1/unlock\n` ‖ vault ‖ `at`
///          (u64), 128 hex digits
/// @param at when it was signed, milliseconds since 1970; good for 5 minutes
public record UnlockProof(String proof, long at) {}
