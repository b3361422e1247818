package dev.holdfast.kernel.warning;

import java.time.Instant;

/// Takes a warning back. It stays in the feed as long as the warning would have held.
///
/// @param at whole seconds
/// @param reason `mistaken`, `replaced` or `over`
public record Revocation(WarningId id, Instant at, Reason reason) {
  /// Why a warning is taken back.
  public enum Reason {
    /// It was wrong, or hit messages it should not.
    MISTAKEN,
    /// A newer one says it better.
    REPLACED,
    /// The campaign has ended.
    OVER;

    /// The word in files and commands.
    public String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }

    /// @throws IllegalArgumentException if there is no such reason
    public static Reason of(String word) {
      for (var reason : values())
        if (reason.word().equals(word)) return reason;
      throw new IllegalArgumentException("a reason is mistaken, replaced or over");
    }
  }

  /// @throws IllegalArgumentException if `at` is no whole second
  public Revocation { Seconds.check(at); }
}
