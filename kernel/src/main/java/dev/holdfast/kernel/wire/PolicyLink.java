package dev.holdfast.kernel.wire;

/// One line of `GET /v1/vaults/{vault}/policies`: how a home follows the vault to a later epoch.
///
/// @param policy canonical policy, base64
/// @param signature by the opening key of the epoch before it over `holdfast/v1/policy\n` ‖ policy
///          hash, 128 hex digits; empty for the first epoch
public record PolicyLink(String policy, String signature) {}
