package dev.holdfast.guard.ask;

import java.util.List;
import java.util.Optional;

/// Which secret or act a message asks for.
public enum Ask {
  /// Signal's 64-character recovery key.
  RECOVERY_KEY,
  /// The 30 digits of an old local backup.
  BACKUP_PASSPHRASE,
  /// The backup folder or file.
  BACKUP_FILE,
  /// The account PIN.
  PIN,
  /// To set the PIN to a value the other side knows.
  SET_KNOWN_PIN,
  /// To switch the registration lock off.
  REGISTRATION_LOCK_OFF,
  /// The code that registers the number.
  REGISTRATION_CODE,
  /// The code that signs in.
  LOGIN_CODE,
  /// A password.
  ACCOUNT_PASSWORD,
  /// To link a device of the other side.
  DEVICE_LINK,
  /// To type in a pairing code.
  PAIRING_CODE,
  /// To scan or show the code that moves an account.
  TRANSFER_QR,
  /// To approve a session.
  SESSION_APPROVAL,
  /// A picture of the screen.
  SCREENSHOT,
  /// To share the screen.
  SCREEN_SHARE,
  /// Exported encryption keys.
  EXPORTED_KEYS,
  /// A token, cookie or session.
  ACCESS_TOKEN,
  /// The words of a wallet.
  SEED_PHRASE,
  /// Some other secret.
  OTHER_SECRET;

  /// All of them, in the order in which the model counts them.
  public static final List<Ask> ALL = List.of(values());

  private final String wire;

  Ask() {
    this.wire = name().toLowerCase(java.util.Locale.ROOT);
  }

  /// The name in machine-readable output, such as `recovery_key`.
  public String wire() {
    return wire;
  }

  /// The ask with this name.
  public static Optional<Ask> of(String wire) {
    return ALL.stream().filter(a -> a.wire.equals(wire)).findFirst();
  }
}
