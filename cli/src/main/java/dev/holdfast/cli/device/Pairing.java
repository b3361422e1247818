package dev.holdfast.cli.device;

import dev.holdfast.cli.ExitCode;
import dev.holdfast.cli.Holdfast;
import dev.holdfast.cli.SecretOutput;
import dev.holdfast.cli.Secrets;
import dev.holdfast.cli.Text;
import dev.holdfast.cli.vault.MachineName;
import dev.holdfast.client.ClientException;
import dev.holdfast.client.ClientException.Kind;
import dev.holdfast.client.join.Invitation;
import dev.holdfast.client.join.Inviting;
import dev.holdfast.client.join.Joining;
import dev.holdfast.client.vault.Vault;
import java.nio.CharBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// `holdfast device add` and `join`: two machines, one number to compare.
final class Pairing {
  private final Holdfast app;

  Pairing(Holdfast app) {
    this.app = app;
  }

  /// The inviting side for programs.
  record Admitted(String device, String name) {}

  /// The new side for programs.
  record Joined(String vault, String server) {}

  int invite(Vault vault, @Nullable Path file, boolean yes) {
    var output = new SecretOutput(app);
    output.check(file);
    try (var inviting = new Inviting(vault)) {
      var shown = output.put(file, () -> inviting.invitation().text().toCharArray());
      app.say("On the new machine, within ten minutes: holdfast device join");
      app.say("Invitation: " + shown.orElseGet(() -> "written to " + file));
      var candidate = inviting.await();
      app.say("\"" + Text.plain(candidate.name()) + "\" answers; its number is " + candidate.phrase() + ".");
      if (!yes && !same(candidate.phrase())) {
        app.say("It was not added.");
        return ExitCode.REFUSED;
      }
      inviting.admit(candidate);
      app.tell(new Admitted(candidate.device().id().hex(), candidate.name()));
      app.say("\"" + candidate.name() + "\" is a device of the vault now.");
      return ExitCode.DONE;
    }
  }

  private boolean same(String phrase) {
    return app.confirms("Does the new machine show the number " + phrase + "?")
        .orElseThrow(() -> new ClientException(Kind.USAGE,
            "nobody is here to compare the number " + phrase,
            "add --yes if both machines are yours"));
  }

  int join(@Nullable String file, @Nullable String name) {
    var typed = new Secrets(app).read(file, "Invitation: ")
        .orElseThrow(() -> new ClientException(Kind.USAGE, "the invitation is missing",
            "give it with --invitation-file FILE"));
    try (
        var invitation = Invitation.parse(CharBuffer.wrap(typed));
        var joining = new Joining(app.home(), invitation, app.clock(), app.random())) {
      app.say("The number of this machine is " + joining.phrase() + "; compare it there.");
      joining.complete(MachineName.or(name));
      var config = app.home().config();
      app.tell(new Joined(config.vault(), config.server()));
      app.say("This machine is a device of the vault now.");
      return ExitCode.DONE;
    } finally {
      Arrays.fill(typed, '\0');
    }
  }
}
