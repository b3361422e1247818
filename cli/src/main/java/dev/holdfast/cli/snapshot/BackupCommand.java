package dev.holdfast.cli.snapshot;

import dev.holdfast.archive.signal.LegacyPassphrase;
import dev.holdfast.archive.signal.RecoveryKey;
import dev.holdfast.archive.snapshot.Mode;
import dev.holdfast.archive.split.BackupSummary;
import dev.holdfast.cli.ExitCode;
import dev.holdfast.cli.Holdfast;
import dev.holdfast.cli.HoldfastCommand;
import dev.holdfast.cli.ProgressLine;
import dev.holdfast.cli.Secrets;
import dev.holdfast.cli.Text;
import dev.holdfast.client.ClientException;
import dev.holdfast.client.ClientException.Kind;
import dev.holdfast.client.backup.Backup;
import dev.holdfast.client.status.Question;
import dev.holdfast.client.vault.Vault;
import java.nio.CharBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `holdfast backup`
@Command(description = {"Stores one snapshot of a Signal backup folder, of a legacy .backup file, or of any"
    + " file or folder (--opaque)."}, footer = {"", "Examples:",
        "  holdfast backup SignalBackups --signal-key-file key    the key is needed the first time only",
        "  holdfast backup SignalBackups --take-custody",
        "  holdfast backup signal-2026-11-24.backup --passphrase-file digits",
        "  holdfast backup Documents --opaque"})
public final class BackupCommand extends HoldfastCommand {
  @Parameters(paramLabel = "PATH", description = "SignalBackups or its parent, a legacy .backup file, or anything with --opaque")
  Path path = Path.of("");

  @Option(names = "--signal-key-file", paramLabel = "FILE", description = "Signal's recovery key, needed once; - for standard input. Only the key of the backups is kept, not the recovery key")
  @Nullable String signalKeyFile;

  @Option(names = "--passphrase-file", paramLabel = "FILE", description = "the 30 digits of a legacy .backup file; - for standard input")
  @Nullable String passphraseFile;

  @Option(names = "--opaque", description = "store PATH as it is, without reading it")
  boolean opaque;

  @Option(names = "--label", paramLabel = "TEXT", description = "a note for people, sealed with the snapshot")
  String label = "";

  @Option(names = "--take-custody", description = "remove the synced Signal snapshots once they are in the vault")
  boolean takeCustody;

  @Option(names = "--yes", description = "take custody without asking")
  boolean yes;

  public BackupCommand(Holdfast app) {
    super(app);
  }

  /// The answer for programs; a contract.
  record Document(String snapshot, String mode, long bytesAdded, long frames, long newFrames,
      long media, long newMedia, long mediaAbsent) {}

  @Override
  public Integer call() {
    refuseContradictions();
    return withVault(vault -> {
      var custody = takeCustody ? new CustodyStep(app(), vault, path, yes) : null;
      var summary = take(vault);
      tell(summary);
      int code = damaged(summary);
      if (custody != null) code = Math.max(code, custody(custody, code));
      remind(vault);
      return code;
    });
  }

  private void refuseContradictions() {
    if (opaque && signalKeyFile != null)
      throw new ClientException(Kind.USAGE, "--opaque needs no Signal key",
          "leave one of the two out");
    if (takeCustody && (opaque || legacy()))
      throw new ClientException(Kind.USAGE, "custody is taken of SignalBackups folders only",
          "leave --take-custody out");
    if (takeCustody && !yes && !app().terminal().interactive())
      throw new ClientException(Kind.USAGE,
          "--take-custody removes files and nobody is here to be asked",
          "add --yes if that is meant");
  }

  private BackupSummary take(Vault vault) {
    try (var progress = new ProgressLine(app())) {
      var backup = new Backup(vault);
      if (opaque) return backup.opaque(path, label, progress);
      if (legacy()) return legacy(backup, progress);
      var known = signalKeyFile == null && vault.home().signalKey().isPresent();
      var key = known
          ? Optional.<RecoveryKey>empty()
          : new Secrets(app()).signalKey(signalKeyFile,
              "Signal's recovery key (needed once, not kept): ");
      try {
        return backup.signal(path, key, label, progress);
      } finally {
        key.ifPresent(RecoveryKey::close);
      }
    }
  }

  private boolean legacy() {
    return !opaque && path.toString().endsWith(".backup") && Files.isRegularFile(path);
  }

  private BackupSummary legacy(Backup backup, ProgressLine progress) {
    var typed = new Secrets(app()).read(passphraseFile, "The backup's 30 digits: ")
        .orElseThrow(() -> new ClientException(Kind.USAGE,
            "the passphrase of the legacy backup is missing",
            "give it with --passphrase-file FILE; or store the file unread with --opaque"));
    try (var passphrase = LegacyPassphrase.parse(CharBuffer.wrap(typed))) {
      return backup.legacy(path, passphrase, label, progress);
    } catch (IllegalArgumentException e) {
      throw new ClientException(Kind.NOT_ALLOWED, String.valueOf(e.getMessage()),
          "Signal showed them when backups were switched on");
    } finally {
      Arrays.fill(typed, '\0');
    }
  }

  private void tell(BackupSummary summary) {
    app().tell(new Document(summary.snapshot().hex(), summary.mode().word(), summary.bytesAdded(),
        summary.frames(), summary.newFrames(), summary.media(), summary.newMedia(),
        summary.mediaAbsent()));
    boolean signal = summary.mode() == Mode.SIGNAL;
    app().say("Snapshot " + Text.brief(summary.snapshot().hex()) + " (number "
        + summary.sequence() + "): " + (signal
            ? Text.count(summary.frames(), "frame", "frames") + ", " + summary.newFrames()
                + " new; "
                + Text.count(summary.media(), "media file", "media files")
            : Text.count(summary.media(), "file", "files"))
        + ", " + summary.newMedia() + " new; " + Text.bytes(summary.bytesAdded()) + " added.");
    if (summary.mediaAbsent() > 0)
      app().say(Text.count(summary.mediaAbsent(), "media file is", "media files are")
          + " named in the backup but not there; that is noted in the snapshot.");
    if (!summary.skipped().isEmpty())
      app().say(Text.count(summary.skipped().size(), "entry was", "entries were")
          + " left out (special files, or not readable): " + String.join(", ", summary.skipped()));
  }

  private int damaged(BackupSummary summary) {
    if (summary.mediaDamaged().isEmpty()) return ExitCode.DONE;
    app().remark(Text.count(summary.mediaDamaged().size(), "media file is", "media files are")
        + " damaged in the folder and stored aside: "
        + String.join(", ", summary.mediaDamaged().stream().map(Text::brief).toList()));
    app().hint("everything else is stored; look whether the phone still has them");
    return ExitCode.DAMAGED;
  }

  private int custody(CustodyStep custody, int code) {
    if (code != ExitCode.DONE) {
      app().remark("the folder was not removed, because part of it is damaged");
      app().hint("look at it first; then run the same command again");
      return code;
    }
    return custody.take();
  }

  private void remind(Vault vault) {
    var open = Question.open(vault.config());
    if (open.isEmpty()) return;
    app().say("A phished recovery key still opens Signal's own copies: \"holdfast status\" says what"
        + " to do.");
  }
}
