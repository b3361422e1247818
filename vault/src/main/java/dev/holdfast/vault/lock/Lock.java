package dev.holdfast.vault.lock;

import java.util.Locale;

/// A lock on a vault.
///
/// @param endsRan the run time at which it ends by itself, [#NEVER] if it does not
public record Lock(Reason reason, long endsRan) {
  /// Ends only by unlock or re-key.
  public static final long NEVER = Long.MAX_VALUE;

  /// How "until unlocked" stands in JSON: the end of the year 9999.
  static final long NEVER_MILLIS = 253_402_300_799_000L;

  /// Why a vault is locked.
  public enum Reason {
    /// Somebody vetoed; a device asked; the server went back in time; panic without a reserve; the
    /// server came up without the key of a release share.
    VETO, DEVICE, ROLLED_BACK, NO_RESERVE, SHARE_MISSING;

    /// As it stands in JSON.
    public String wireName() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /// When it ends by the wall clock if the server keeps running, milliseconds since 1970.
  public long until(long now, long ran) {
    return endsRan == NEVER ? NEVER_MILLIS : now + (endsRan - ran);
  }
}
