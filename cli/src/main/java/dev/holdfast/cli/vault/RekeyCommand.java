package dev.holdfast.cli.vault;

import dev.holdfast.cli.ExitCode;
import dev.holdfast.cli.Holdfast;
import dev.holdfast.cli.HoldfastCommand;
import dev.holdfast.cli.Secrets;
import dev.holdfast.client.rekey.Rekeying;
import dev.holdfast.client.vault.Vault;
import dev.holdfast.kernel.wire.VaultStatus;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `holdfast rekey`
@Command(description = {"Makes the recovery code worthless at once: the reserve code counts from now on.",
    "The old release share is frozen; it is destroyed for good once the reserve code is proved."}, footer = {
        "", "Examples:", "  holdfast rekey",
        "  holdfast rekey --reserve-file reserve    re-key and destroy, or destroy after a re-key"})
public final class RekeyCommand extends HoldfastCommand {
  @Option(names = {"--reserve-file", "--code-file"}, paramLabel = "FILE", description = "the reserve code, to destroy the old share; - for standard input")
  @Nullable String reserveFile;

  public RekeyCommand(Holdfast app) {
    super(app);
  }

  /// The answer for programs.
  record Document(int epoch, boolean destroyed, boolean reserve) {}

  @Override
  public Integer call() {
    return withVault(vault -> {
      if (reserveFile != null) return destroy(vault);
      var outcome = new Rekeying(vault).freeze();
      tell(outcome);
      if (!app().json() && app().confirms("Destroy the old share for good now, with the reserve code?")
          .orElse(false)) return destroy(vault);
      return ExitCode.DONE;
    });
  }

  private int destroy(Vault vault) {
    try (var code = new Secrets(app()).recoveryCode(reserveFile, "Reserve code: ")) {
      tell(new Rekeying(vault).destroy(code));
      return ExitCode.DONE;
    }
  }

  private void tell(Rekeying.Outcome outcome) {
    switch (outcome) {
      case Rekeying.Outcome.Moved(var status, var destroyed) -> {
        document(status, destroyed);
        app().say("The old recovery code is worthless; the reserve code counts from now on"
            + " (epoch " + status.epoch() + ").");
        app().say(destroyed
            ? "The old release share is destroyed."
            : "The old release share is frozen and never released again. To destroy it:"
                + " holdfast rekey --reserve-file RESERVE");
        if (status.reserve().isEmpty())
          app().say("No reserve is left: the next restore makes a new one.");
      }
      case Rekeying.Outcome.Destroyed(var status) -> {
        document(status, true);
        app().say("The release share of the epoch before is destroyed.");
      }
    }
  }

  private void document(VaultStatus status, boolean destroyed) {
    app().tell(new Document(status.epoch(), destroyed, !status.reserve().isEmpty()));
  }
}
