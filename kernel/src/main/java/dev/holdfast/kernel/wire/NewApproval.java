package dev.holdfast.kernel.wire;

/// Body of `POST /v1/vaults/{vault}/requests/{request}/approve`.
///
/// @param share what the device's leaf holds, HPKE to the request's sealing key, base64
/// @param signature by the device over `holdfast/v1/approve\n` ‖ request id ‖ SHA-256 of the share
///          as sent, 128 hex digits
public record NewApproval(String share, String signature) {}
