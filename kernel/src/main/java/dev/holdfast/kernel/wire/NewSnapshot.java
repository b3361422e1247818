package dev.holdfast.kernel.wire;

/// Body of `POST /v1/vaults/{vault}/snapshots`.
///
/// @param outer canonical outer manifest, base64
/// @param signature the device's, 128 hex digits
public record NewSnapshot(String outer, String signature) {}
