package dev.holdfast.kernel.wire;

/// Answer of `GET /v1/server`.
///
/// @param version of the server program
/// @param key Ed25519 identity, 64 hex digits
/// @param sealingKey X-Wing public key, base64: release shares are sealed to it
/// @param now milliseconds since 1970
/// @param startedAt milliseconds since 1970; signatures made before it are refused
/// @param loopback true if it listens on the loopback address only: enrolment is open
/// @param waitFloorSeconds the shortest wait a policy may ask for
/// @param waitSeconds the wait it suggests
/// @param lockSeconds how long a veto locks
public record ServerInfo(String version, String key, String sealingKey, long now, long startedAt,
    boolean loopback,
    long waitFloorSeconds, long waitSeconds, long lockSeconds) {}
