package dev.holdfast.cli.audit;

import dev.holdfast.cli.ExitCode;
import dev.holdfast.cli.Holdfast;
import dev.holdfast.cli.HoldfastCommand;
import dev.holdfast.cli.Text;
import dev.holdfast.client.audit.AuditLog;
import dev.holdfast.kernel.wire.LogEntry;
import java.time.Instant;
import picocli.CommandLine.Command;

/// `holdfast audit`
@Command(description = "The server's log of everything done for or against the vault.", footer = {
    "", "Examples:", "  holdfast audit show", "  holdfast audit verify"})
public final class AuditCommand extends HoldfastCommand {
  public AuditCommand(Holdfast app) {
    super(app);
  }

  /// An entry for programs.
  record Entry(long index, String at, String kind, String text) {}

  /// A verification for programs.
  record Document(int entries, long size, long before) {}

  /// `holdfast audit show`
  @Command(name = "show", description = "Lists the entries about this vault, oldest first; with --json one line each.")
  int show() {
    return withVault(vault -> {
      for (var entry : new AuditLog(vault).entries()) {
        app().tell(new Entry(entry.index(), Instant.ofEpochMilli(entry.at()).toString(),
            entry.kind(), AuditLog.text(entry)));
        app().say(line(entry));
      }
      return ExitCode.DONE;
    });
  }

  private String line(LogEntry entry) {
    return "%6d  %s  %s".formatted(entry.index(),
        Text.second(Instant.ofEpochMilli(entry.at()), app().clock()), AuditLog.text(entry));
  }

  /// `holdfast audit verify`
  @Command(name = "verify", description = "Proves that each entry is in the log, and that the log only grew since the last time.")
  int verify() {
    return withVault(vault -> {
      var verified = new AuditLog(vault).verify();
      app().tell(new Document(verified.entries(), verified.size(), verified.before()));
      app().say("The log holds " + Text.count(verified.size(), "entry", "entries") + ", "
          + verified.entries() + " about this vault; each is proved to be in it.");
      app().say(verified.before() == 0
          ? "It is remembered from now on: the next time it has to continue this one."
          : "It continues the " + Text.count(verified.before(), "entry", "entries")
              + " seen before.");
      return ExitCode.DONE;
    });
  }

  @Override
  public Integer call() {
    return show();
  }
}
