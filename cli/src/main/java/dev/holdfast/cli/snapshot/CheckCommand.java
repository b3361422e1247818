package dev.holdfast.cli.snapshot;

import dev.holdfast.archive.restore.CheckReport;
import dev.holdfast.archive.restore.Checks;
import dev.holdfast.cli.ExitCode;
import dev.holdfast.cli.Holdfast;
import dev.holdfast.cli.HoldfastCommand;
import dev.holdfast.cli.ProgressLine;
import dev.holdfast.cli.Text;
import dev.holdfast.client.ClientException;
import dev.holdfast.client.ClientException.Kind;
import dev.holdfast.client.vault.Archive;
import dev.holdfast.client.vault.Vault;
import dev.holdfast.kernel.SnapshotId;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `holdfast check`
@Command(description = "Compares the store with what was stored. Needs no code.", footer = {"",
    "Examples:", "  holdfast check", "  holdfast check --read-data 10"})
public final class CheckCommand extends HoldfastCommand {
  @Option(names = "--read-data", paramLabel = "PERCENT", description = "read and hash this share of the objects, drawn at random")
  int readPercent;

  public CheckCommand(Holdfast app) {
    super(app);
  }

  /// The answer for programs.
  record Document(long objects, long objectsRead, long bytesRead, List<Found> problems,
      List<String> restorable) {}

  /// A problem.
  record Found(String object, String problem, List<String> snapshots) {}

  @Override
  public Integer call() {
    if (readPercent < 0 || readPercent > 100)
      throw new ClientException(Kind.USAGE, "--read-data takes 0 to 100", "");
    return withVault(vault -> {
      var report = report(vault);
      app().tell(document(report));
      show(report);
      return report.problems().isEmpty() ? ExitCode.DONE : ExitCode.DAMAGED;
    });
  }

  private CheckReport report(Vault vault) {
    try (var progress = new ProgressLine(app())) {
      var chain = vault.chain(vault.status());
      return Archive.asking(
          () -> new Checks(vault.objects(), vault.random()).check(chain, readPercent, progress));
    }
  }

  private static Document document(CheckReport report) {
    return new Document(report.objects(), report.objectsRead(), report.bytesRead(),
        report.problems()
            .stream()
            .map(problem -> new Found(problem.object().name().hex(),
                problem.what().name().toLowerCase(Locale.ROOT), ids(problem.touches())))
            .toList(),
        ids(report.restorable()));
  }

  private static List<String> ids(List<SnapshotId> snapshots) {
    return snapshots.stream().map(SnapshotId::hex).toList();
  }

  private void show(CheckReport report) {
    app().say(Text.count(report.objects(), "object is", "objects are") + " needed; "
        + report.objectsRead() + " were read (" + Text.bytes(report.bytesRead()) + ").");
    if (report.problems().isEmpty()) {
      app().say("All is well: "
          + Text.count(report.restorable().size(), "snapshot", "snapshots") + " can be restored.");
      return;
    }
    report.problems()
        .forEach(problem -> app().remark("object " + Text.brief(problem.object().name().hex())
            + " is " + problem.what().name().toLowerCase(Locale.ROOT) + "; it is needed by "
            + Text.count(problem.touches().size(), "snapshot", "snapshots")));
    app().hint(report.restorable().isEmpty()
        ? "make a new backup at once; no stored snapshot is whole"
        : "snapshot " + Text.brief(report.restorable().getFirst().hex())
            + " is whole; make a new backup to have a whole newest one");
  }
}
