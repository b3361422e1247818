package dev.holdfast.vault.epoch;

/// What an epoch is to its vault.
public enum EpochState {
  /// In force.
  ACTIVE,
  /// The reserve.
  DORMANT,
  /// Its share is never released again, and not destroyed yet.
  FROZEN,
  /// Its share and masks are gone.
  DESTROYED
}
