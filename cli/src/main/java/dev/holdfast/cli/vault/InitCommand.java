package dev.holdfast.cli.vault;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.holdfast.cli.ExitCode;
import dev.holdfast.cli.Holdfast;
import dev.holdfast.cli.HoldfastCommand;
import dev.holdfast.cli.SecretOutput;
import dev.holdfast.cli.Secrets;
import dev.holdfast.cli.Text;
import dev.holdfast.client.enrol.Enrolment;
import dev.holdfast.client.status.Question;
import dev.holdfast.client.vault.Vault;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `holdfast init`
@Command(description = "Makes a vault, enrols this machine and shows the recovery sheets.", footer = {
    "", "Examples:", "  holdfast init --server http://127.0.0.1:8470",
    "  holdfast init --server https://vault.example.org --invite invite.txt --wait 72h",
    "  holdfast init --server http://127.0.0.1:8470 --code-out code --reserve-out reserve"
        + " --unlock-out unlock"})
public final class InitCommand extends HoldfastCommand {
  @Option(names = "--server", required = true, paramLabel = "URL", description = "the server that keeps the vault")
  String server = "";

  @Option(names = "--name", paramLabel = "NAME", description = "how people call this machine (default: its host name)")
  @Nullable String name;

  @Option(names = "--wait", paramLabel = "DUR", description = "how long a stranger's request waits: a number and s, m, h or d (default: the server's suggestion)")
  @Nullable String wait;

  @Option(names = "--invite", paramLabel = "FILE", description = "the server's invitation; - for standard input")
  @Nullable String invite;

  @Option(names = "--code-out", paramLabel = "FILE", description = "write the recovery code there instead of showing it")
  @Nullable Path codeOut;

  @Option(names = "--reserve-out", paramLabel = "FILE", description = "write the reserve code there instead of showing it")
  @Nullable Path reserveOut;

  @Option(names = "--unlock-out", paramLabel = "FILE", description = "write the unlock code there instead of showing it")
  @Nullable Path unlockOut;

  public InitCommand(Holdfast app) {
    super(app);
  }

  /// The answer for programs; codes only where no file was named.
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Made(String vault, String server, String device, long waitSeconds, @Nullable String code,
      @Nullable String reserve, @Nullable String unlock) {}

  @Override
  public Integer call() {
    var output = new SecretOutput(app());
    output.check(codeOut, reserveOut, unlockOut);
    var wish = new Enrolment.Wish(server, MachineName.or(name),
        Optional.ofNullable(wait).map(Text::duration), invitation());
    try (
        var enrolment = Enrolment.prepare(app().home(), wish, app().clock(), app().random());
        var code = enrolment.recoveryCode();
        var reserve = enrolment.reserveCode();
        var unlock = enrolment.unlockCode()) {
      var shownCode = output.put(codeOut, code::print);
      var shownReserve = output.put(reserveOut, reserve::print);
      var shownUnlock = output.put(unlockOut, unlock::print);
      output.undoUnless(enrolment::complete);
      tellOf(enrolment, shownCode, shownReserve, shownUnlock);
    }
    return withVault(this::afterwards);
  }

  private String invitation() {
    if (invite == null) return "";
    return new Secrets(app()).read(invite, "").map(text -> new String(text).strip()).orElse("");
  }

  private void tellOf(Enrolment enrolment, Optional<String> code, Optional<String> reserve,
      Optional<String> unlock) {
    var config = app().home().config();
    var waiting = enrolment.waiting();
    app().tell(new Made(config.vault(), config.server(), config.deviceName(), waiting.toSeconds(),
        code.orElse(null), reserve.orElse(null), unlock.orElse(null)));
    app().say("Vault " + Text.brief(config.vault()) + " is made; this machine, \""
        + config.deviceName() + "\", is its first device.");
    app().say("A stranger's request to open it waits " + Text.duration(waiting)
        + ", with alarms, and you can veto it.");
    app().say("");
    sheet("Recovery code: opens the vault, together with the unlock code.", codeOut, code);
    sheet("Reserve code: counts once the first is used or the vault is re-keyed. Keep it apart.",
        reserveOut, reserve);
    sheet("Unlock code: the second factor. Keep it apart from both.", unlockOut, unlock);
  }

  private void sheet(String title, @Nullable Path file, Optional<String> shown) {
    app().say(title);
    app().say("  " + shown.orElseGet(() -> "written to " + file));
    app().say("");
  }

  private int afterwards(Vault vault) {
    app().say("What a vault cannot protect: Signal's own copies, which a phished recovery key still"
        + " opens.");
    Question.open(vault.config()).forEach(question -> app().say("  " + question.sentence()));
    app().say("\"holdfast status\" asks until you have answered.");
    if (app().terminal().interactive() && !app().json()) new FirstChannel(app(), vault).offer();
    return ExitCode.DONE;
  }
}
