package dev.holdfast.kernel.wire;

import java.util.List;

/// Answer of `POST /v1/requests/{request}/release`.
///
/// @param index of the server among the policy's release servers, from 1
/// @param share HPKE to the request's sealing key, base64
/// @param wrappedKey AES-256-GCM(wrap key, VSK), 96 hex digits
/// @param commitment 64 hex digits
/// @param chains chain blobs of this and all earlier epochs, newest first, base64
/// @param bag base64
/// @param devices everybody enrolled, to check manifests and certificates
public record ReleasedShare(int index, String share, String wrappedKey, String commitment,
    List<String> chains, String bag,
    List<VaultStatus.EnrolledDevice> devices) {}
