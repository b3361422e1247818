package dev.holdfast.kernel.wire;

import java.util.List;

/// Answer of `GET /v1/vaults/{vault}`.
///
/// @param epoch the epoch in force
/// @param policy its canonical policy, base64
/// @param reserve the staged next epoch's policy, base64; empty if none is left
/// @param lockedUntil milliseconds since 1970; 0 if the vault is not locked
/// @param lockReason one of `veto`, `device`, `rolled-back`, `no-reserve`; empty if not locked
/// @param devices everybody enrolled
/// @param channelsConfirmed how many alarm channels were tested
/// @param storedBytes all objects and manifests
/// @param quotaBytes what may be stored
/// @param snapshots how many are kept
/// @param logSize entries of the audit log that belong to this server
public record VaultStatus(String vault, int epoch, String policy, String reserve, long lockedUntil,
    String lockReason,
    List<EnrolledDevice> devices, int channelsConfirmed, long storedBytes, long quotaBytes,
    int snapshots, long logSize) {
  /// @param id 32 hex digits
  /// @param certificate canonical certificate, base64; empty if the device stands in the first
  ///          policy
  /// @param signature of the certificate, 128 hex digits
  /// @param signingKey 64 hex digits
  /// @param sealingKey base64
  /// @param revoked true if it may no longer open, upload or amend
  /// @param addedAt milliseconds since 1970
  public record EnrolledDevice(String id, String name, String signingKey, String sealingKey,
      String certificate,
      String signature, boolean revoked, long addedAt) {}
}
