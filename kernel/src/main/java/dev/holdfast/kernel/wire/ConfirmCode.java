package dev.holdfast.kernel.wire;

/// Body of `POST /v1/vaults/{vault}/channels/{id}/confirm`.
///
/// @param code the six digits of the test message
public record ConfirmCode(String code) {}
