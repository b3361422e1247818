package dev.holdfast.guard.runbook;

import java.util.Locale;

/// One thing to do. The texts are in [Speech], under its key with `.do` and `.why`.
public enum Step {
  /// End the call and the sharing.
  STOP_SHARING,
  /// Answer no more, keep everything.
  STOP_ANSWERING,
  /// See who holds the account.
  WHO_HOLDS,
  /// Take the number back.
  REGISTER_AGAIN,
  /// Remove linked devices.
  REMOVE_DEVICES,
  /// Make a new recovery key.
  ROTATE_KEY,
  /// Make one if the old was on the screen.
  ROTATE_IF_SEEN,
  /// Make a new backup, see that the old one is gone.
  NEW_BACKUP,
  /// Put old backup folders away.
  OLD_FOLDERS,
  /// New PIN, registration lock.
  NEW_PIN,
  /// Authenticator code.
  AUTHENTICATOR,
  /// List what could be read, change the secrets in it.
  EXPOSURE,
  /// Tell the contacts on another way.
  TELL_CONTACTS,
  /// Report, then block.
  REPORT,
  /// Look again later.
  CHECK_AGAIN;

  /// The word in files, such as `rotate_key`.
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
