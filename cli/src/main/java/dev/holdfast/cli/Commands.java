package dev.holdfast.cli;

import dev.holdfast.cli.alarm.AlarmCommand;
import dev.holdfast.cli.audit.AuditCommand;
import dev.holdfast.cli.device.DeviceCommand;
import dev.holdfast.cli.release.ReleaseCommand;
import dev.holdfast.cli.respond.RespondCommand;
import dev.holdfast.cli.restore.ExportCommand;
import dev.holdfast.cli.restore.RestoreCommand;
import dev.holdfast.cli.screen.DraftCommand;
import dev.holdfast.cli.screen.LinkCommand;
import dev.holdfast.cli.screen.ScreenCommand;
import dev.holdfast.cli.screen.WatchCommand;
import dev.holdfast.cli.snapshot.BackupCommand;
import dev.holdfast.cli.snapshot.CheckCommand;
import dev.holdfast.cli.snapshot.ShowCommand;
import dev.holdfast.cli.snapshot.SnapshotsCommand;
import dev.holdfast.cli.vault.InitCommand;
import dev.holdfast.cli.vault.LockCommand;
import dev.holdfast.cli.vault.PolicyCommand;
import dev.holdfast.cli.vault.RekeyCommand;
import dev.holdfast.cli.vault.StatusCommand;
import dev.holdfast.cli.vault.UnlockCommand;
import dev.holdfast.cli.warnings.WarningsCommand;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/// All commands by name. Only the chosen one is made: reflection over the others would cost more
/// than most commands take.
final class Commands {
  private static final Map<String, Function<Holdfast, Object>> ALL = new LinkedHashMap<>();

  static {
    ALL.put("init", InitCommand::new);
    ALL.put("backup", BackupCommand::new);
    ALL.put("snapshots", SnapshotsCommand::new);
    ALL.put("show", ShowCommand::new);
    ALL.put("check", CheckCommand::new);
    ALL.put("status", StatusCommand::new);
    ALL.put("restore", RestoreCommand::new);
    ALL.put("export", ExportCommand::new);
    ALL.put("release", ReleaseCommand::new);
    ALL.put("policy", PolicyCommand::new);
    ALL.put("device", DeviceCommand::new);
    ALL.put("rekey", RekeyCommand::new);
    ALL.put("lock", LockCommand::new);
    ALL.put("unlock", UnlockCommand::new);
    ALL.put("alarm", AlarmCommand::new);
    ALL.put("audit", AuditCommand::new);
    ALL.put("screen", ScreenCommand::new);
    ALL.put("draft", DraftCommand::new);
    ALL.put("link", LinkCommand::new);
    ALL.put("watch", WatchCommand::new);
    ALL.put("warnings", WarningsCommand::new);
    ALL.put("respond", RespondCommand::new);
  }

  private Commands() {}

  static Map<String, Function<Holdfast, Object>> all() {
    return ALL;
  }

  /// Lines of the overview for commands that stand in no group of it.
  static String extraOverview() {
    return """

        Before you answer
          screen       is this message after a secret?
          draft        does what you are about to send hold one of your secrets?
          link         what does this link or QR code do?
          watch        screen what arrives through signal-cli, and warn
          warnings     update list verify what a desk warns of
          respond      you gave something away: the steps that still help
        """;
  }
}
