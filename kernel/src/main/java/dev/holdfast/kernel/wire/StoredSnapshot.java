package dev.holdfast.kernel.wire;

/// One line of `GET /v1/vaults/{vault}/snapshots`.
///
/// @param outer canonical outer manifest, base64
/// @param signature the device's, 128 hex digits
/// @param receivedAt the server's time, milliseconds since 1970
/// @param kept false if retention has let its objects go; the manifest stays, for the chain
public record StoredSnapshot(String outer, String signature, long receivedAt, boolean kept) {}
