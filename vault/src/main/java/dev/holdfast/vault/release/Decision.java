package dev.holdfast.vault.release;

import dev.holdfast.vault.Refusal;

/// Whether the share is handed out now.
sealed interface Decision {
  /// Yes.
  record Release() implements Decision {}

  /// No, for this reason.
  record Refuse(Refusal refusal, String detail, String hint) implements Decision {}
}
