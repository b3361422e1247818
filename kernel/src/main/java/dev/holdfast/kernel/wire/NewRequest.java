package dev.holdfast.kernel.wire;

/// Body of `POST /v1/requests`.
///
/// @param statement canonical request statement, base64
/// @param signature by the request key over the statement, 128 hex digits
/// @param deviceSignature by the enrolled device over the statement, 128 hex digits; empty
///          without one
public record NewRequest(String statement, String signature, String deviceSignature) {}
