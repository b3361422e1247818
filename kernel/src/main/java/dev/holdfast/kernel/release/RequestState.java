package dev.holdfast.kernel.release;

/// Where a release request stands (docs/protocol.md, section 6).
public enum RequestState {
  /// Written down and alarmed; the waiting period runs.
  WAITING,
  /// The wait is over; the share is handed to whoever has proved the factor.
  RELEASABLE,
  /// The share was handed out; a signed "opened" is due within the hour.
  RELEASED,
  /// The vault was opened and moved to its next epoch.
  OPENED,
  /// Somebody objected; the vault is locked.
  VETOED,
  /// It ended without a share: too late, re-keyed, or the server came up from an older state.
  EXPIRED;

  /// True if nothing can change any more.
  public boolean ended() {
    return this == OPENED || this == VETOED || this == EXPIRED;
  }
}
