package dev.holdfast.guard.draft;

/// The owner's secrets that must not leave.
public enum SecretKind {
  /// Signal's 64-character recovery key, 16 groups of 4.
  RECOVERY_KEY(4),
  /// Holdfast's recovery code, groups of 5.
  RECOVERY_CODE(5),
  /// The 30 digits of an old local backup, 6 groups of 5.
  BACKUP_PASSPHRASE(5),
  /// The message-backup key as 128 hexadecimal digits, 32 groups of 4.
  MESSAGE_BACKUP_KEY(4);

  private final int groupLetters;

  SecretKind(int groupLetters) {
    this.groupLetters = groupLetters;
  }

  /// How many letters make a group.
  public int groupLetters() {
    return groupLetters;
  }
}
