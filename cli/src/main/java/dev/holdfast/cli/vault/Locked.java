package dev.holdfast.cli.vault;

import dev.holdfast.cli.Text;
import dev.holdfast.kernel.wire.VaultStatus;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How a lock is told.
final class Locked {
  /// A lock that only a person ends is said to end with the year 9999.
  private static final Instant FOR_GOOD = Instant.parse("9999-01-01T00:00:00Z");

  private Locked() {}

  static @Nullable String until(VaultStatus status) {
    return status.lockedUntil() == 0
        ? null
        : Instant.ofEpochMilli(status.lockedUntil()).toString();
  }

  static @Nullable String reason(VaultStatus status) {
    return status.lockedUntil() == 0 ? null : status.lockReason();
  }

  static String sentence(VaultStatus status, Clock clock) {
    var until = Instant.ofEpochMilli(status.lockedUntil());
    var end = until.isAfter(FOR_GOOD)
        ? "until \"holdfast unlock\" or \"holdfast rekey\""
        : "until " + Text.time(until, clock);
    return end + why(status.lockReason());
  }

  private static String why(String reason) {
    return switch (reason) {
      case "veto" -> " (a request was vetoed)";
      case "device" -> " (by one of its devices)";
      case "rolled-back" -> " (the server came up from an older state)";
      case "share-missing" -> " (the server has lost a release share: ask whoever runs it)";
      case "no-reserve" -> " (it was re-keyed without a reserve)";
      default -> "";
    };
  }
}
