package dev.holdfast.cli.vault;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.holdfast.cli.ExitCode;
import dev.holdfast.cli.Holdfast;
import dev.holdfast.cli.HoldfastCommand;
import dev.holdfast.cli.Text;
import dev.holdfast.client.ClientException;
import dev.holdfast.client.ClientException.Kind;
import dev.holdfast.client.status.Overview;
import dev.holdfast.client.status.Question;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `holdfast status`
@Command(description = "Says how the vault is, and what is left to do.", footer = {"", "Examples:",
    "  holdfast status", "  holdfast status --answered cloud --answered folders"})
public final class StatusCommand extends HoldfastCommand {
  @Option(names = "--answered", paramLabel = "WORD", description = "say that this is done: cloud, authenticator or folders")
  List<String> answered = List.of();

  public StatusCommand(Holdfast app) {
    super(app);
  }

  /// The answer for programs.
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Document(String vault, String server, String device, int epoch, boolean reserve,
      long waitSeconds, @Nullable String lockedUntil, @Nullable String lockReason, int snapshots,
      @Nullable String newestSnapshot, long storedBytes, long quotaBytes, int channelsConfirmed,
      int devices, List<String> devicesLeftByRevoked, List<String> requests,
      List<String> questions) {}

  @Override
  public Integer call() {
    var questions = answered.stream().map(StatusCommand::question).toList();
    return withVault(vault -> {
      questions.forEach(question -> vault.answer(question.word()));
      var overview = Overview.of(vault);
      app().tell(document(overview));
      show(overview);
      return ExitCode.DONE;
    });
  }

  private static Question question(String word) {
    return Question.of(word)
        .orElseThrow(() -> new ClientException(Kind.USAGE, "there is no question \"" + word + "\"",
            "answer cloud, authenticator or folders"));
  }

  private static Document document(Overview overview) {
    var status = overview.status();
    return new Document(status.vault(), overview.config().server(),
        overview.config().deviceName(), status.epoch(), !status.reserve().isEmpty(),
        overview.policy().waiting().toSeconds(), Locked.until(status), Locked.reason(status),
        status.snapshots(), overview.newest().map(line -> line.id().hex()).orElse(null),
        status.storedBytes(), status.quotaBytes(), status.channelsConfirmed(),
        (int) status.devices().stream().filter(device -> !device.revoked()).count(),
        overview.leftByRevoked().stream().map(device -> device.id()).toList(),
        overview.running().stream().map(request -> request.request()).toList(),
        overview.questions().stream().map(Question::word).toList());
  }

  private void show(Overview overview) {
    var status = overview.status();
    var clock = app().clock();
    app().say("Vault " + Text.brief(status.vault()) + " at " + overview.config().server()
        + ", this machine is \"" + overview.config().deviceName() + "\"");
    app().say("  epoch      " + status.epoch() + (status.reserve().isEmpty()
        ? ", no reserve is left: a restore stages a new one"
        : ", with a reserve"));
    app().say("  wait       " + Text.duration(overview.policy().waiting())
        + " for a stranger's request");
    if (status.lockedUntil() > 0) app().say("  locked     " + Locked.sentence(status, clock));
    app().say("  snapshots  " + overview.newest()
        .map(line -> status.snapshots() + ", the newest " + Text.brief(line.id().hex()) + " of "
            + Text.time(line.receivedAt(), clock))
        .orElse("none yet: holdfast backup PATH"));
    app().say("  stored     " + Text.bytes(status.storedBytes()) + " of "
        + Text.bytes(status.quotaBytes()));
    app().say("  alarms     " + (status.channelsConfirmed() == 0
        ? "no confirmed channel: holdfast alarm channels --add ADDRESS"
        : Text.count(status.channelsConfirmed(), "confirmed channel", "confirmed channels")));
    overview.leftByRevoked()
        .forEach(device -> app().say("  device     " + Text.brief(device.id()) + " \""
            + Text.plain(device.name()) + "\" was added by a device that is revoked now; if that"
            + " was not you: holdfast device revoke " + Text.brief(device.id())));
    overview.running()
        .forEach(request -> app().say("  request    " + Text.brief(request.request()) + " "
            + request.state().toLowerCase(Locale.ROOT) + ", can be opened from "
            + Text.second(Instant.ofEpochMilli(request.releasableAt()), clock)
            + ": holdfast release show " + Text.brief(request.request())));
    ask(overview);
  }

  private void ask(Overview overview) {
    if (overview.questions().isEmpty()) return;
    app().say("");
    app().say("A phished recovery key still opens Signal's own copies:");
    overview.questions()
        .forEach(question -> app().say("  " + question.sentence() + "  (done: holdfast status"
            + " --answered " + question.word() + ")"));
  }
}
