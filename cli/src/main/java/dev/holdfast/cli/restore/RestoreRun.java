package dev.holdfast.cli.restore;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.holdfast.cli.ExitCode;
import dev.holdfast.cli.Holdfast;
import dev.holdfast.cli.Secrets;
import dev.holdfast.cli.Text;
import dev.holdfast.cli.vault.MachineName;
import dev.holdfast.client.ClientException;
import dev.holdfast.client.ClientException.Kind;
import dev.holdfast.client.restore.Outcome;
import dev.holdfast.client.restore.Restore;
import dev.holdfast.client.restore.Wish;
import dev.holdfast.kernel.wire.RequestStatus;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Runs a restore from the command line and tells what came of it.
public final class RestoreRun {
  private final Holdfast app;
  private final RestoreOptions options;
  private final Sequel sequel;

  /// @param app the program
  public RestoreRun(Holdfast app, RestoreOptions options) {
    this(app, options, document -> {
      app.tell(document);
      return ExitCode.DONE;
    });
  }

  /// @param sequel what is done with the restored folder
  RestoreRun(Holdfast app, RestoreOptions options, Sequel sequel) {
    this.app = app;
    this.options = options;
    this.sequel = sequel;
  }

  /// What is done with a restored folder. It tells the restore's document, alone or as a part of
  /// its own: programs read one document.
  interface Sequel {
    /// @return the exit code
    int run(Document document);
  }

  /// The answer for programs; secrets only where no file was named for them.
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Document(String snapshot, long sequence, @Nullable String written, long frames,
      long media, long mediaAbsent, long mediaOnlyInCloud, long mediaDamaged, long dropped,
      int epoch, @Nullable String signalKey, @Nullable String code, @Nullable String reserve) {
    /// Without the place, which is gone when this is read.
    Document elsewhere() {
      return new Document(snapshot, sequence, null, frames, media, mediaAbsent, mediaOnlyInCloud,
          mediaDamaged, dropped, epoch, signalKey, code, reserve);
    }
  }

  /// The answer for programs while there is nothing yet.
  record Pending(String request, String state, String releasableAt) {}

  /// Restores.
  ///
  /// @param snapshot `latest`, or the beginning of an id
  /// @param request the beginning of a request's id, to go on with it
  /// @return the exit code
  public int run(String snapshot, Optional<String> request) {
    options.check(app);
    try (
        var code = new Secrets(app).recoveryCode(options.codeFile, "Recovery code: ");
        var owner = new TerminalOwner(app, options)) {
      var kept = options.keptKey(app);
      try {
        var wish = new Wish(server(), MachineName.or(options.name), request, snapshot, options.to,
            kept, options.dropExpired, !options.noWait);
        var restore = new Restore(app.home(), owner, app.clock(), app.random());
        return tell(restore.run(code, wish), owner);
      } finally {
        kept.ifPresent(key -> key.close());
      }
    }
  }

  private String server() {
    if (options.server != null) return options.server;
    if (app.home().hasVault()) return app.home().config().server();
    var open = app.home().requests();
    try {
      if (open.size() == 1) return open.getFirst().server();
    } finally {
      open.forEach(request -> request.close());
    }
    throw new ClientException(Kind.USAGE, "this machine has no vault, so it does not know where",
        "name the server with --server URL");
  }

  private int tell(Outcome outcome, TerminalOwner owner) {
    return switch (outcome) {
      case Outcome.Restored restored -> restored(restored, owner);
      case Outcome.Waiting(var status) -> {
        pending(status);
        app.remark("request " + Text.brief(status.request()) + " still waits");
        app.hint(later(status));
        yield ExitCode.WAITING;
      }
      case Outcome.NoFactor(var status) -> {
        pending(status);
        app.remark("the unlock code is missing or is not this vault's; nothing was opened");
        app.hint(
            "request " + Text.brief(status.request()) + " stays logged and alarmed; run the same"
                + " command with --unlock-file, or approve it on another device");
        yield ExitCode.NOT_ALLOWED;
      }
      case Outcome.Ended(var status) -> {
        pending(status);
        app.remark("request " + Text.brief(status.request()) + (status.state().equals("VETOED")
            ? " was vetoed"
            : " has ended"));
        app.hint("if you are the owner, ask again; \"holdfast unlock\" ends the lock of a veto");
        yield ExitCode.REFUSED;
      }
      case Outcome.Declined(var status) -> {
        pending(status);
        app.say("Nothing was written; the code stays good.");
        yield ExitCode.DONE;
      }
    };
  }

  private String later(RequestStatus status) {
    var releasable = Instant.ofEpochMilli(status.releasableAt());
    return "it can be opened from " + Text.second(releasable, app.clock())
        + "; run the same command then. If you did not ask, run \"holdfast release veto\"";
  }

  private void pending(RequestStatus status) {
    app.tell(new Pending(status.request(), status.state(),
        Instant.ofEpochMilli(status.releasableAt()).toString()));
  }

  private int restored(Outcome.Restored restored, TerminalOwner owner) {
    var summary = restored.summary();
    var outer = restored.plan().snapshot().manifest().outer();
    int code = followed(new Document(outer.id().hex(), outer.sequence(),
        summary.written().toString(), summary.frames(), summary.media(), summary.mediaAbsent(),
        summary.mediaOnlyInCloud(), summary.mediaDamaged().size(), summary.dropped(),
        restored.vault().epoch(), owner.shownSignalKey(), owner.shownCode(),
        owner.shownReserve()));
    owner.told();
    new RestoredText(app, options).show(restored);
    if (summary.mediaDamaged().isEmpty()) return code;
    app.remark(Text.count(summary.mediaDamaged().size(), "media file was", "media files were")
        + " damaged when stored and lie apart in \"damaged\"");
    return Math.max(code, ExitCode.DAMAGED);
  }

  /// Whatever becomes of the sequel, the new codes are told.
  private int followed(Document document) {
    try {
      return sequel.run(document);
    } catch (RuntimeException e) {
      app.tell(document);
      throw e;
    }
  }
}
