package dev.holdfast.kernel.wire;

/// Answer of `GET /v1/vaults/{vault}/joins/{join}`.
///
/// @param request what the new device left, base64; empty until then
/// @param answer what the enrolled device left, base64; empty until then
public record JoinBox(String request, String answer) {}
