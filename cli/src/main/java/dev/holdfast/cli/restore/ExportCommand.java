package dev.holdfast.cli.restore;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.holdfast.archive.export.Export;
import dev.holdfast.archive.export.ExportFormat;
import dev.holdfast.archive.export.ExportSummary;
import dev.holdfast.archive.signal.RecoveryKey;
import dev.holdfast.archive.signal.SignalFolder;
import dev.holdfast.cli.ExitCode;
import dev.holdfast.cli.Holdfast;
import dev.holdfast.cli.HoldfastCommand;
import dev.holdfast.cli.Secrets;
import dev.holdfast.cli.Text;
import dev.holdfast.client.ClientException;
import dev.holdfast.client.ClientException.Kind;
import dev.holdfast.client.vault.Archive;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `holdfast export`
@Command(description = {
    "Writes chats that people can read, from a restored folder or from a snapshot.",
    "A snapshot is restored first, with all that belongs to it: the code is spent."}, footer = {"",
        "Examples:",
        "  holdfast export --from restored --signal-key-file key --to chats --format html",
        "  holdfast export latest --to chats --format text --code-file code --unlock-file unlock"})
public final class ExportCommand extends HoldfastCommand {
  @Parameters(paramLabel = "ID", arity = "0..1", description = "latest, or the first 8 or more digits of a snapshot's id")
  @Nullable
  String id;

  @Option(names = "--from", paramLabel = "DIR", description = "read a restored folder instead; needs --signal-key-file")
  @Nullable
  Path from;

  @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "html", description = "html, json or text (default: html)")
  String format = "html";

  @Mixin
  RestoreOptions options = new RestoreOptions();

  public ExportCommand(Holdfast app) {
    super(app);
  }

  /// The answer for programs.
  ///
  /// @param restored what the restore before it came to; only for a snapshot
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Document(String written, int chats, long messages, long unreadable, long media,
      long mediaMissing, long mediaDamaged, RestoreRun.@Nullable Document restored) {}

  @Override
  public Integer call() {
    var chosen = ExportFormat.named(format)
        .orElseThrow(() -> new ClientException(Kind.USAGE, "there is no format \"" + format + "\"",
            "take html, json or text"));
    if ((id == null) == (from == null))
      throw new ClientException(Kind.USAGE, "either a snapshot's id or --from DIR is needed",
          "see \"holdfast export --help\"");
    return from == null ? restored(String.valueOf(id), chosen) : read(from, chosen);
  }

  private int read(Path folder, ExportFormat chosen) {
    try (
        var key = new Secrets(app()).signalKey(options.signalKeyFile, "Signal's recovery key: ")
            .orElseThrow(() -> new ClientException(Kind.USAGE,
                "the recovery key of the folder is needed",
                "give it with --signal-key-file FILE"))) {
      return write(folder, key, options.to, chosen, null);
    }
  }

  /// Restores beside the target, exports, and removes what was restored. What the export would
  /// refuse is refused before the code is spent.
  private int restored(String snapshot, ExportFormat chosen) {
    var target = options.to;
    refuseContent(target);
    try (var temporary = new TemporaryFolder(target)) {
      options.to = temporary.path();
      var keyFile = temporary.path().resolve("signal-key");
      options.signalKeyOut = keyFile;
      options.chatsOnly = true;
      return new RestoreRun(app(), options, restored -> {
        try (
            var key = new Secrets(app()).signalKey(keyFile.toString(), "")
                .orElseThrow()) {
          return write(temporary.path(), key, target, chosen, restored.elsewhere());
        }
      }).run(snapshot, Optional.empty());
    }
  }

  private static void refuseContent(Path target) {
    if (!Files.exists(target)) return;
    try (var content = Files.list(target)) {
      if (content.findAny().isEmpty()) return;
    } catch (IOException e) {
      throw Archive.meaning(e);
    }
    throw new ClientException(Kind.USAGE, target + " holds something already",
        "name another folder with --to");
  }

  private int write(Path source, RecoveryKey key, Path target, ExportFormat chosen,
      RestoreRun.@Nullable Document restored) {
    var summary = Archive.asking(() -> {
      var folder = SignalFolder.find(source);
      var newest = folder.newest();
      try (var opened = newest.key(key)) {
        return Export.write(folder, newest, opened, target, chosen, app().clock().getZone(),
            Locale.getDefault());
      }
    });
    tell(target, summary, restored);
    return summary.mediaDamaged() > 0 || summary.unreadable() > 0
        ? ExitCode.DAMAGED
        : ExitCode.DONE;
  }

  private void tell(Path target, ExportSummary summary,
      RestoreRun.@Nullable Document restored) {
    app().tell(new Document(target.toString(), summary.chats(), summary.messages(),
        summary.unreadable(), summary.media(), summary.mediaMissing(), summary.mediaDamaged(),
        restored));
    app().say("Written to " + target + ": " + Text.count(summary.chats(), "chat", "chats") + ", "
        + Text.count(summary.messages(), "message", "messages") + ", "
        + Text.count(summary.media(), "media file", "media files") + ".");
    app().say("Everybody who can read the folder can read these chats.");
    if (summary.mediaMissing() > 0)
      app().say(Text.count(summary.mediaMissing(), "attachment has", "attachments have")
          + " no file in the folder.");
    if (summary.mediaDamaged() + summary.unreadable() > 0)
      app().remark(summary.mediaDamaged() + " damaged media and " + summary.unreadable()
          + " unreadable frames were left out");
  }
}
