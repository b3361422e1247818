package dev.holdfast.cli;

import dev.holdfast.client.ClientException;
import dev.holdfast.client.vault.Vault;
import dev.holdfast.kernel.release.AlarmKind;
import dev.holdfast.kernel.wire.RaisedAlarm;

/// What to say and do when Signal's recovery key is typed where it does not belong.
final class Phishing {
  private Phishing() {}

  static int warn(Holdfast app) {
    app.remark("this is Signal's recovery key, not a code of Holdfast; it was not sent anywhere");
    app.hint("if somebody asked you for it, that is phishing: nobody but Signal's own app ever needs"
        + " it. Change it in Signal (Settings, Backups), and switch Signal's cloud backup off");
    if (app.home().hasVault()) raise(app);
    return ExitCode.NOT_ALLOWED;
  }

  private static void raise(Holdfast app) {
    try (var vault = Vault.open(app.home(), app.clock(), app.random())) {
      vault.calls().raise(new RaisedAlarm(AlarmKind.SIGNAL_KEY_TYPED.wireName()));
      app.remark("the vault's other devices and channels have been warned");
    } catch (ClientException e) {
      app.remark("the vault's other devices could not be warned: " + e.getMessage());
    }
  }
}
