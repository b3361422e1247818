package dev.holdfast.cli.release;

import dev.holdfast.cli.ExitCode;
import dev.holdfast.cli.Holdfast;
import dev.holdfast.cli.Secrets;
import dev.holdfast.cli.Text;
import dev.holdfast.cli.vault.MachineName;
import dev.holdfast.client.ClientException;
import dev.holdfast.client.ClientException.Kind;
import dev.holdfast.client.release.Release;
import dev.holdfast.client.release.Releases;
import dev.holdfast.client.vault.Vault;
import java.time.Instant;

/// `holdfast release ask`
final class ReleaseAsk {
  private final Holdfast app;
  private final AskOptions options;

  ReleaseAsk(Holdfast app, AskOptions options) {
    this.app = app;
    this.options = options;
  }

  int run() {
    try (
        var code = new Secrets(app).recoveryCode(options.codeFile, "Recovery code: ");
        var server = Vault.line(app.home(), server(), app.clock(), app.random());
        var release = new Releases(app.home(), server, app.random())
            .ask(code, MachineName.or(options.name))) {
      prove(release);
      tell(release);
      return ExitCode.DONE;
    }
  }

  private String server() {
    if (options.server != null) return options.server;
    if (app.home().hasVault()) return app.home().config().server();
    throw new ClientException(Kind.USAGE, "this machine has no vault, so it does not know where",
        "name the server with --server URL");
  }

  private void prove(Release release) {
    if (options.unlockFile == null) return;
    var unlock = new Secrets(app).unlockCode(options.unlockFile, "");
    try {
      var factor = unlock.flatMap(given -> release.factorByUnlock(given.secret()))
          .orElseThrow(() -> new ClientException(Kind.NOT_ALLOWED,
              "this is not the unlock code of this vault",
              "the request stays logged and alarmed; ask again with the right one"));
      try (factor) {
        release.prove(factor);
      }
    } finally {
      unlock.ifPresent(given -> given.close());
    }
  }

  private void tell(Release release) {
    var document = ReleaseDocument.of(release.status());
    app.tell(document);
    app.say("Release request " + Text.brief(document.request())
        + " is written down, and the alarm is out.");
    app.say("It can be opened from "
        + Text.second(Instant.parse(document.releasableAt()), app.clock()) + ": holdfast release"
        + " finish " + Text.brief(document.request()) + " --to DIR");
    app.say("Whoever approves it on another device has to see the number " + document.phrase()
        + ".");
  }
}
