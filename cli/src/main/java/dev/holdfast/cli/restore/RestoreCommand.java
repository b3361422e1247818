package dev.holdfast.cli.restore;

import dev.holdfast.cli.Holdfast;
import dev.holdfast.cli.HoldfastCommand;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `holdfast restore`
@Command(description = {"Asks for a release, waits, verifies, and writes the folder.",
    "The alarm goes out first. A restore that succeeds spends the recovery code."}, footer = {"",
        "Examples:", "  holdfast restore latest --to restored",
        "  holdfast restore latest --to restored --server https://vault.example.org",
        "  holdfast restore latest --to restored --code-file code --unlock-file unlock --no-wait",
        "  holdfast restore 3fa9c1d2 --to restored --signal-key-out key --reserve-out reserve"})
public final class RestoreCommand extends HoldfastCommand {
  @Parameters(paramLabel = "ID", description = "latest, or the first 8 or more digits of a snapshot's id")
  String id = "";

  @Mixin
  RestoreOptions options = new RestoreOptions();

  public RestoreCommand(Holdfast app) {
    super(app);
  }

  @Override
  public Integer call() {
    return new RestoreRun(app(), options).run(id, Optional.empty());
  }
}
