package dev.holdfast.cli.vault;

import dev.holdfast.cli.ExitCode;
import dev.holdfast.cli.Holdfast;
import dev.holdfast.cli.HoldfastCommand;
import dev.holdfast.cli.Secrets;
import dev.holdfast.client.ClientException;
import dev.holdfast.client.ClientException.Kind;
import dev.holdfast.client.lock.Locks;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `holdfast unlock`
@Command(description = "Ends a lock, by proof of the unlock code.", footer = {"", "Examples:",
    "  holdfast unlock --unlock-file unlock", "  holdfast unlock"})
public final class UnlockCommand extends HoldfastCommand {
  @Option(names = "--unlock-file", paramLabel = "FILE", description = "the unlock code; - for standard input (default: asks)")
  @Nullable String unlockFile;

  public UnlockCommand(Holdfast app) {
    super(app);
  }

  @Override
  public Integer call() {
    return withVault(vault -> {
      try (
          var unlock = new Secrets(app()).unlockCode(unlockFile, "Unlock code: ")
              .orElseThrow(() -> new ClientException(Kind.NOT_ALLOWED,
                  "the unlock code is missing", "give it with --unlock-file FILE"))) {
        var status = new Locks(vault).unlock(unlock.secret());
        app().tell(new LockCommand.Document(status.lockedUntil() > 0, Locked.until(status)));
        app().say("The vault is open for requests again.");
        return ExitCode.DONE;
      }
    });
  }
}
