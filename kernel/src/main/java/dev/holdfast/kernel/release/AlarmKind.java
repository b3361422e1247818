package dev.holdfast.kernel.release;

import java.util.Locale;

/// What an alarm is about.
public enum AlarmKind {
  /// Somebody asked for the vault to be opened; sent at 0, 25, 50 and 90 % of the wait.
  REQUESTED, WAITING_25, WAITING_50, WAITING_90,
  /// The wait is over.
  RELEASABLE,
  /// The share was handed out.
  RELEASED,
  /// The share was handed out and nobody said "opened" within the hour.
  NOT_OPENED,
  /// The vault was opened; its code is spent.
  OPENED,
  /// A request was vetoed; the vault is locked.
  VETOED, LOCKED, UNLOCKED, REKEYED,
  /// A device was added or revoked.
  DEVICE_ADDED, DEVICE_REVOKED,
  /// Signal's recovery key was typed where the recovery code belongs: somebody may have
  /// been phished.
  SIGNAL_KEY_TYPED,
  /// The server started from a state older than one its clients have seen.
  ROLLED_BACK,
  /// The owner asked for a test.
  TEST;

  /// As it stands in JSON: lower case with dashes.
  public String wireName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
