package dev.holdfast.kernel.wire;

import java.util.List;

/// Answer of `GET /v1/requests/{request}` and of every call that changes one.
///
/// @param request 32 hex digits
/// @param vault 32 hex digits
/// @param epoch the epoch asked for
/// @param state a name of [dev.holdfast.kernel.release.RequestState]
/// @param askedAt milliseconds since 1970
/// @param waitSeconds the wait that applies to it
/// @param waitedSeconds how much of it has run
/// @param releasableAt when the wait ends if the server keeps running, milliseconds since 1970
/// @param provenFactor true if the requester has proved F
/// @param lockedUntil of the vault, milliseconds since 1970; 0 if not locked
/// @param statement canonical request statement, base64
/// @param policy canonical policy of that epoch, base64
/// @param approvals factor shares that devices have sent
public record RequestStatus(String request, String vault, int epoch, String state, long askedAt,
    long waitSeconds,
    long waitedSeconds, long releasableAt, boolean provenFactor, long lockedUntil, String statement,
    String policy,
    List<Approval> approvals) {
  /// A device's help: its share of F, and the server's mask, both sealed to the request.
  ///
  /// @param device 32 hex digits
  /// @param share HPKE to the request's sealing key, base64
  /// @param mask HPKE to the request's sealing key, base64
  public record Approval(String device, String share, String mask) {}
}
