package dev.holdfast.cli.restore;

import dev.holdfast.archive.restore.RestorePlan;
import dev.holdfast.archive.restore.SnapshotFacts;
import dev.holdfast.archive.signal.RecoveryKey;
import dev.holdfast.archive.snapshot.Mode;
import dev.holdfast.archive.snapshot.Progress;
import dev.holdfast.cli.Holdfast;
import dev.holdfast.cli.ProgressLine;
import dev.holdfast.cli.SecretOutput;
import dev.holdfast.cli.Secrets;
import dev.holdfast.cli.Text;
import dev.holdfast.client.ClientException;
import dev.holdfast.client.ClientException.Kind;
import dev.holdfast.client.release.Requests;
import dev.holdfast.client.restore.Owner;
import dev.holdfast.kernel.RequestId;
import dev.holdfast.kernel.code.RecoveryCode;
import dev.holdfast.kernel.code.UnlockCode;
import dev.holdfast.kernel.wire.RequestStatus;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The owner at a terminal, or a script in their place.
final class TerminalOwner implements Owner, AutoCloseable {
  private final Holdfast app;
  private final RestoreOptions options;
  private final SecretOutput output;
  private final ProgressLine progress;
  private final Unshown unshown;
  private @Nullable String signalKey;
  private @Nullable String code;
  private @Nullable String reserve;

  TerminalOwner(Holdfast app, RestoreOptions options) {
    this.app = app;
    this.options = options;
    output = new SecretOutput(app);
    progress = new ProgressLine(app);
    unshown = new Unshown(app.home());
  }

  @Override
  public Optional<UnlockCode> unlock(boolean again) {
    boolean fromFile = options.unlockFile != null;
    if (again && fromFile) return Optional.empty();
    if (again) app.remark("this is not the unlock code of this vault");
    return new Secrets(app).unlockCode(options.unlockFile,
        "Unlock code (Enter to wait for another device's approval): ");
  }

  @Override
  public boolean canApprove() {
    return app.terminal().interactive() && options.unlockFile == null;
  }

  @Override
  public void asked(RequestStatus status) {
    var id = new RequestId(status.request());
    app.say("Release request " + Text.brief(id.hex()) + " is written down, and the alarm is out.");
    app.say("Whoever approves it on another device has to see the number " + Requests.phrase(id)
        + ".");
  }

  @Override
  public void waits(RequestStatus status) {
    var until = Instant.ofEpochMilli(status.releasableAt());
    var left = Duration.between(app.clock().instant(), until);
    long share = status.waitSeconds() == 0
        ? 100
        : Math.min(100, status.waitedSeconds() * 100 / status.waitSeconds());
    progress.replace(status.state().equals("RELEASABLE")
        ? "the wait is over; waiting for an approval or the unlock code"
        : "waiting " + share + " %, until " + Text.second(until, app.clock()) + " (in "
            + Text.duration(left) + ")");
  }

  @Override
  public boolean accepts(RestorePlan plan, SnapshotFacts facts) {
    progress.close();
    var stored = plan.snapshot();
    app.say("Snapshot " + Text.brief(stored.manifest().id().hex()) + ", number "
        + stored.manifest().outer().sequence() + ", stored "
        + Text.time(stored.receivedAt(), app.clock()) + ", taken "
        + Text.time(facts.takenAt(), app.clock())
        + (facts.label().isEmpty() ? "" : ", \"" + facts.label() + "\"") + ": "
        + (facts.mode() == Mode.SIGNAL ? Text.count(facts.frames(), "frame", "frames") + ", " : "")
        + Text.count(facts.media(), "file", "files") + ", about " + Text.bytes(facts.bytes())
        + ".");
    if (options.chatsOnly && facts.mode() != Mode.SIGNAL)
      throw new ClientException(Kind.USAGE,
          "this snapshot holds files as they were, and no chats that could be exported",
          "the code stays good; get the files with \"holdfast restore\"");
    return true;
  }

  @Override
  public boolean answers() {
    return app.terminal().interactive() && !app.json();
  }

  @Override
  public boolean givesUp(long media) {
    app.say(Text.count(media, "media file exists", "media files exist")
        + " in Signal's cloud only, not in this snapshot. The restored folder has a fresh media key,"
        + " so a phone that starts from it cannot fetch them any more.");
    return app.confirms("Write it nevertheless?").orElse(false);
  }

  @Override
  public void newSignalKey(RecoveryKey key) {
    progress.close();
    signalKey = handOut("signal-key", options.signalKeyOut,
        "Signal's fresh recovery key, for the restored folder. The old one is retired: use this one.",
        () -> options.signalKeyOut == null && !app.json() ? key.displayed() : letters(key));
  }

  private static char[] letters(RecoveryKey key) {
    return key.lend(raw -> new String(raw, StandardCharsets.US_ASCII).toCharArray());
  }

  @Override
  public void newCodes(Optional<RecoveryCode> made, RecoveryCode newReserve) {
    progress.close();
    made.ifPresent(fresh -> code = handOut("code", options.codeOut,
        "New recovery code. It counts once this command ends well:", fresh::print));
    reserve = handOut("reserve", options.reserveOut,
        "New reserve code. Keep it apart; it counts once this command ends well:",
        newReserve::print);
  }

  /// Before the old code is spent: in the person's hands, in the file they named, or, for a program
  /// that reads one document at the end, in the home until then.
  private @Nullable String handOut(String name, @Nullable Path file, String title,
      Supplier<char[]> secret) {
    var shown = output.put(file, secret);
    app.say(title);
    app.say("  " + shown.orElseGet(() -> "written to " + file));
    app.say("");
    app.terminal().out().flush();
    if (app.json() && shown.isPresent()) unshown.keep(name, shown.get());
    return shown.orElse(null);
  }

  /// The document with the secrets is out.
  void told() {
    app.terminal().out().flush();
    unshown.forget();
  }

  @Override
  public Progress progress() {
    return progress;
  }

  @Nullable
  String shownSignalKey() {
    return signalKey;
  }

  @Nullable
  String shownCode() {
    return code;
  }

  @Nullable
  String shownReserve() {
    return reserve;
  }

  @Override
  public void close() {
    progress.close();
    unshown.left().ifPresent(folder -> {
      app.remark("new codes of a restore that did not end well are in " + folder);
      app.hint("one of them may be the code that counts: keep them until a restore with another"
          + " succeeds");
    });
  }
}
