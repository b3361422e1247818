package dev.holdfast.cli.release;

import dev.holdfast.cli.Holdfast;
import dev.holdfast.cli.restore.RestoreOptions;
import dev.holdfast.cli.restore.RestoreRun;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import org.jspecify.annotations.Nullable;

/// `holdfast release`
@Command(description = "The steps of a release, one by one.", footer = {"", "Examples:",
    "  holdfast release ask --code-file code --unlock-file unlock", "  holdfast release list",
    "  holdfast release show latest", "  holdfast release veto latest",
    "  holdfast release approve 5c1f0a2b",
    "  holdfast release finish 5c1f0a2b --to restored --code-file code"})
public final class ReleaseCommand implements Callable<Integer> {
  private final Holdfast app;

  @Spec
  @Nullable CommandSpec spec;

  public ReleaseCommand(Holdfast app) {
    this.app = app;
  }

  @Override
  public Integer call() {
    if (spec == null) throw new IllegalStateException("the parser sets it");
    throw new ParameterException(spec.commandLine(),
        "a step is missing: ask, list, show, approve, veto or finish");
  }

  /// `holdfast release ask`
  @Command(name = "ask", description = "Asks for a release; the alarm goes out at once.")
  int ask(@Mixin AskOptions options) {
    return new ReleaseAsk(app, options).run();
  }

  /// `holdfast release list`
  @Command(name = "list", description = "Lists the release requests, newest first.")
  int list() {
    return new ReleaseOverview(app).list();
  }

  /// `holdfast release show`
  @Command(name = "show", description = "Says how a request stands.")
  int show(
      @Parameters(paramLabel = "ID", description = "latest, or the beginning of its id") String id) {
    return new ReleaseOverview(app).show(id);
  }

  /// `holdfast release approve`
  @Command(name = "approve", description = "Helps another machine's request with this device's share of the factor.")
  int approve(
      @Parameters(paramLabel = "ID", description = "latest, or the beginning of its id") String id,
      @Option(names = "--yes", description = "do not ask whether the numbers are the same") boolean yes) {
    return new ReleaseAnswer(app).approve(id, yes);
  }

  /// `holdfast release veto`
  @Command(name = "veto", description = "Objects to a request: it ends, and the vault is locked for a while.")
  int veto(
      @Parameters(paramLabel = "ID", arity = "0..1", defaultValue = "latest", description = "the beginning of its id (default: latest)") String id) {
    return new ReleaseAnswer(app).veto(id);
  }

  /// `holdfast release finish`
  @Command(name = "finish", description = "Goes on with a request of this machine: opens, verifies, writes the newest snapshot.")
  int finish(
      @Parameters(paramLabel = "ID", description = "the beginning of its id") String id,
      @Option(names = "--snapshot", paramLabel = "ID", defaultValue = "latest", description = "the snapshot to write (default: latest)") String snapshot,
      @Mixin RestoreOptions options) {
    return new RestoreRun(app, options).run(snapshot, Optional.of(id));
  }
}
