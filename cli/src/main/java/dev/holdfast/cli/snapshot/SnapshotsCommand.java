package dev.holdfast.cli.snapshot;

import dev.holdfast.archive.store.SnapshotLine;
import dev.holdfast.cli.ExitCode;
import dev.holdfast.cli.Holdfast;
import dev.holdfast.cli.HoldfastCommand;
import dev.holdfast.cli.Text;
import picocli.CommandLine.Command;

/// `holdfast snapshots`
@Command(description = "Lists the snapshots, newest first.", footer = {"", "Examples:",
    "  holdfast snapshots", "  holdfast snapshots --json"})
public final class SnapshotsCommand extends HoldfastCommand {
  public SnapshotsCommand(Holdfast app) {
    super(app);
  }

  @Override
  public Integer call() {
    return withVault(vault -> {
      var lines = vault.chain(vault.status()).lines();
      app().tell(lines.stream().map(SnapshotDocument::of).toList());
      if (lines.isEmpty()) app().say("There is no snapshot yet: holdfast backup PATH");
      lines.forEach(line -> app().say(row(line)));
      return ExitCode.DONE;
    });
  }

  private String row(SnapshotLine line) {
    return "%s  %5d  %s  %9s  %s%s".formatted(Text.brief(line.id().hex()), line.sequence(),
        Text.time(line.receivedAt(), app().clock()), Text.bytes(line.bytes()),
        line.base() ? "base" : "journal", line.kept() ? "" : ", let go by retention");
  }
}
