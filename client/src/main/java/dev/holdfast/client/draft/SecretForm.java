package dev.holdfast.client.draft;

import dev.holdfast.guard.draft.SecretKind;
import dev.holdfast.kernel.code.RecoveryCode;
import dev.holdfast.kernel.code.SignalKeyShape;
import java.util.Locale;
import java.util.Optional;

/// The forms in which owners hold their secrets.
enum SecretForm {
  RECOVERY_CODE(SecretKind.RECOVERY_CODE), BACKUP_PASSPHRASE(
      SecretKind.BACKUP_PASSPHRASE), MESSAGE_BACKUP_KEY(
          SecretKind.MESSAGE_BACKUP_KEY), RECOVERY_KEY(SecretKind.RECOVERY_KEY);

  private static final int CODE_LETTERS = 60;

  private final SecretKind kind;

  SecretForm(SecretKind kind) {
    this.kind = kind;
  }

  SecretKind kind() {
    return kind;
  }

  static Optional<SecretForm> of(CharSequence typed) {
    var code = RecoveryCode.parse(typed);
    code.ifPresent(RecoveryCode::close);
    if (code.isPresent()) return Optional.of(RECOVERY_CODE);
    var bare = bare(typed);
    if (bare.matches("[0-9]{30}")) return Optional.of(BACKUP_PASSPHRASE);
    if (bare.matches("[0-9a-f]{128}")) return Optional.of(MESSAGE_BACKUP_KEY);
    return SignalKeyShape.matches(typed) ? Optional.of(RECOVERY_KEY) : Optional.empty();
  }

  /// What the fingerprints are taken of: a whole number of groups, without the mark that a recovery
  /// code begins with.
  CharSequence symbols(CharSequence typed) {
    var bare = bare(typed);
    return this == RECOVERY_CODE ? bare.substring(bare.length() - CODE_LETTERS) : bare;
  }

  private static String bare(CharSequence typed) {
    return typed.toString().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9#=]", "");
  }
}
