package dev.holdfast.kernel.wire;

/// Body of `POST /v1/vaults/{vault}/joins` (docs/protocol.md, section 8).
///
/// @param join SHA-256 of the invitation's secret, 64 hex digits
/// @param key Ed25519 public key that signs the new device's calls, 64 hex digits; given once, when
///          the enrolled device opens the mailbox, else empty
/// @param value sealed under the invitation's secret, base64; empty when the mailbox is opened
public record JoinMessage(String join, String key, String value) {}
