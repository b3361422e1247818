package dev.holdfast.cli;

import dev.holdfast.client.vault.Vault;

/// What every command says as long as it is so.
final class Remarks {
  private Remarks() {}

  /// A vault without a confirmed alarm channel waits twice as long, and its owner may hear of a thief
  /// too late. On loopback the server is on this machine, and so is the owner.
  static void afterwards(Holdfast app, Vault vault) {
    var config = vault.config();
    if (config.loopback() || config.channels() > 0) return;
    app.remark("no alarm channel is confirmed: nobody hears of a thief, and releases wait twice as"
        + " long");
    app.hint("add one with \"holdfast alarm channels --add you@example.org\"");
  }
}
