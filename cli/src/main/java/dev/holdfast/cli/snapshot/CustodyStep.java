package dev.holdfast.cli.snapshot;

import dev.holdfast.archive.restore.Checks;
import dev.holdfast.archive.signal.SignalFolder;
import dev.holdfast.archive.signal.SignalSnapshot;
import dev.holdfast.archive.split.Custody;
import dev.holdfast.cli.ExitCode;
import dev.holdfast.cli.Holdfast;
import dev.holdfast.cli.ProgressLine;
import dev.holdfast.cli.Text;
import dev.holdfast.client.vault.Archive;
import dev.holdfast.client.vault.Vault;
import java.nio.file.Path;

/// Removes the synced copies once the store was compared with what was stored.
final class CustodyStep {
  private final Holdfast app;
  private final Vault vault;
  private final Path path;
  private final boolean yes;
  private final SignalSnapshot newest;

  /// @param path looked at now, before the backup: what comes into it later is not in the vault
  CustodyStep(Holdfast app, Vault vault, Path path, boolean yes) {
    this.app = app;
    this.vault = vault;
    this.path = path;
    this.yes = yes;
    newest = newest();
  }

  private SignalSnapshot newest() {
    return Archive.asking(() -> SignalFolder.find(path).newest());
  }

  int take() {
    if (!stored()) return ExitCode.DAMAGED;
    if (!newest().equals(newest)) {
      app.remark("the folder was not removed: Signal has put a newer snapshot into it meanwhile");
      app.hint("run the same command again");
      return ExitCode.WAITING;
    }
    var inventory = Archive.asking(() -> Custody.list(path));
    var what = Text.count(inventory.snapshots(), "snapshot", "snapshots") + " and "
        + Text.count(inventory.mediaFiles(), "media file", "media files") + ", "
        + Text.bytes(inventory.bytes());
    if (!yes
        && !app.confirms("Remove " + what + " from " + path + "? " + older(inventory.snapshots()))
            .orElse(false)) {
      app.say("Nothing was removed.");
      return ExitCode.DONE;
    }
    Archive.asking(() -> Custody.take(path));
    app.say("Removed " + what + " from " + path + ". " + older(inventory.snapshots())
        + " Other synced copies of the folder may still exist.");
    return ExitCode.DONE;
  }

  /// A backup stores the newest snapshot alone, so an older one may hold what was deleted since.
  private static String older(long snapshots) {
    return snapshots <= 1
        ? "It is in the vault."
        : "The newest snapshot is in the vault. Not in it: messages that were deleted since and stand"
            + " only in " + Text.count(snapshots - 1, "older snapshot", "older snapshots") + ".";
  }

  private boolean stored() {
    try (var progress = new ProgressLine(app)) {
      var chain = vault.chain(vault.status());
      var report = Archive.asking(
          () -> new Checks(vault.objects(), vault.random()).check(chain, 0, progress));
      if (report.problems().isEmpty()) return true;
    }
    app.remark("the folder was not removed, because the store does not hold all that was stored");
    app.hint("run \"holdfast check\"");
    return false;
  }
}
