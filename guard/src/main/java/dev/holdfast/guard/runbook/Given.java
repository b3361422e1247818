package dev.holdfast.guard.runbook;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What the others got, or what shows that they got more.
public enum Given {
  /// The recovery key of the backups.
  RECOVERY_KEY,
  /// The account's PIN.
  PIN,
  /// A code that came by SMS.
  CODE,
  /// A link or code that links a device.
  DEVICE_LINK,
  /// A QR code was scanned: it may have linked a device.
  QR,
  /// They saw the screen.
  SCREEN_SHARE,
  /// The app says that the phone is not registered any more.
  ACCOUNT_LOST,
  /// The message came, and nothing was given.
  NOTHING;

  /// All of them, in the order in which people are asked.
  public static final List<Given> ALL = List.of(values());

  /// The word in commands and files, such as `recovery_key`.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// By its word; hyphens may stand for the lines below.
  public static Optional<Given> of(String word) {
    var plain = word.strip().toLowerCase(Locale.ROOT).replace('-', '_');
    return ALL.stream().filter(given -> given.word().equals(plain)).findFirst();
  }
}
