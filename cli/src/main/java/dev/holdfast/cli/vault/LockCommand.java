package dev.holdfast.cli.vault;

import dev.holdfast.cli.ExitCode;
import dev.holdfast.cli.Holdfast;
import dev.holdfast.cli.HoldfastCommand;
import dev.holdfast.client.lock.Locks;
import picocli.CommandLine.Command;
import org.jspecify.annotations.Nullable;

/// `holdfast lock`
@Command(description = "Locks the vault: nothing is released until it is unlocked or re-keyed.", footer = {
    "", "Examples:", "  holdfast lock"})
public final class LockCommand extends HoldfastCommand {
  public LockCommand(Holdfast app) {
    super(app);
  }

  /// The answer for programs.
  record Document(boolean locked, @Nullable String until) {}

  @Override
  public Integer call() {
    return withVault(vault -> {
      var status = new Locks(vault).lock();
      app().tell(new Document(status.lockedUntil() > 0, Locked.until(status)));
      app().say("The vault is locked " + Locked.sentence(status, app().clock()) + ".");
      return ExitCode.DONE;
    });
  }
}
