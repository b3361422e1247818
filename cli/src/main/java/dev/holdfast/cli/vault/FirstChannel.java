package dev.holdfast.cli.vault;

import dev.holdfast.cli.Holdfast;
import dev.holdfast.client.ClientException;
import dev.holdfast.client.vault.Vault;

/// Asks for an alarm channel right after set-up, because a vault without one hears of a thief too
/// late.
final class FirstChannel {
  private final Holdfast app;
  private final Vault vault;

  FirstChannel(Holdfast app, Vault vault) {
    this.app = app;
    this.vault = vault;
  }

  void offer() {
    app.say("");
    var address = app.terminal()
        .ask("E-mail address for alarms (Enter to skip): ")
        .map(String::strip)
        .orElse("");
    if (address.isEmpty()) return;
    try {
      confirm(address);
    } catch (ClientException e) {
      app.remark(String.valueOf(e.getMessage()));
      app.hint("try again with \"holdfast alarm channels --add ADDRESS\"");
    }
  }

  private void confirm(String address) {
    var channel = vault.calls().addChannel("email", address);
    vault.calls().testChannel(channel.id());
    var code = app.terminal()
        .ask("A test is on its way. Its six digits (Enter to do it later): ")
        .map(String::strip)
        .orElse("");
    if (code.isEmpty()) {
      app.say("Later: holdfast alarm channels --confirm " + channel.id().substring(0, 8)
          + " --code DIGITS");
      return;
    }
    vault.calls().confirmChannel(channel.id(), code);
    vault.status();
    app.say("Alarms go to " + address + ".");
  }
}
