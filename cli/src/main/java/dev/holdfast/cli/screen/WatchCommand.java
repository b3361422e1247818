package dev.holdfast.cli.screen;

import dev.holdfast.archive.seal.Recipient;
import dev.holdfast.cli.ExitCode;
import dev.holdfast.cli.Holdfast;
import dev.holdfast.cli.Language;
import dev.holdfast.client.ClientException;
import dev.holdfast.client.ClientException.Kind;
import dev.holdfast.client.draft.OwnSecrets;
import dev.holdfast.client.home.Home;
import dev.holdfast.client.warnings.WarnedScreen;
import dev.holdfast.client.watch.Desktop;
import dev.holdfast.client.watch.NoteToSelf;
import dev.holdfast.client.watch.Pictured;
import dev.holdfast.client.watch.Warning;
import dev.holdfast.client.watch.Watch;
import dev.holdfast.guard.Advice;
import dev.holdfast.guard.ask.Ask;
import dev.holdfast.guard.lexicon.Lexicon;
import dev.holdfast.picture.PictureException;
import dev.holdfast.picture.Pictures;
import dev.holdfast.picture.Tesseract;
import dev.holdfast.signalcli.Daemon;
import dev.holdfast.signalcli.SignalCliException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `holdfast watch`
@Command(description = {
    "Screens what arrives through a signal-cli daemon, and warns by desktop notification and"
        + " note to self. Runs until it is stopped; asks the desks that are followed for news.",
    "No message is logged. Evidence is kept for conversations at caution or danger only, for 30 days, sealed for"
        + " the owner."}, footer = {"", "Examples:",
            "  signal-cli -a +491700000000 daemon --http --receive-mode on-connection",
            "  holdfast watch --signal-cli http://localhost:8080"})
public final class WatchCommand implements Callable<Integer> {
  @Option(names = "--signal-cli", required = true, paramLabel = "URL", description = "the daemon: http://HOST:PORT or tcp://HOST:PORT, on this machine")
  String url = "";

  @Option(names = "--account", paramLabel = "NUMBER", description = "number or ACI, where the daemon has several")
  String account = "";

  @Option(names = "--evidence-for", paramLabel = "RECIPIENT", description = "age1pq1…: who may read the evidence (default: the vault's owner; without a vault none is kept)")
  @Nullable
  String evidenceFor;

  @Option(names = "--no-note", description = "no notes to self")
  boolean noNote;

  @Option(names = "--lang", paramLabel = "TAG", description = "the language to warn in (default: from LANG)")
  @Nullable
  String language;

  private final Holdfast app;

  public WatchCommand(Holdfast app) {
    this.app = app;
  }

  /// A warning for programs. Names and words of messages are left out.
  record Document(String level, List<String> asks, String advice, String ownSecret) {}

  @Override
  public Integer call() {
    var daemon = daemon();
    try (
        var screen = Warned.lasting(app, language);
        var watch = new Watch(app.home(), app.random(), parts(daemon, screen))) {
      screen.follow();
      var stop = new Thread(watch::close, "stop");
      Runtime.getRuntime().addShutdownHook(stop);
      watch.run();
      return ExitCode.DONE;
    } catch (SignalCliException e) {
      throw new ClientException(Kind.UNREACHABLE, String.valueOf(e.getMessage()),
          "see that the address is that of signal-cli's daemon, and name the account with --account",
          e);
    }
  }

  private Daemon daemon() {
    try {
      return Daemon.at(url, account);
    } catch (IllegalArgumentException e) {
      throw new ClientException(Kind.USAGE, "the address of signal-cli is not understood",
          "write http://localhost:8080 or tcp://localhost:7583", e);
    }
  }

  private Watch.Parts parts(Daemon daemon, WarnedScreen screen) {
    var secrets = new OwnSecrets(app.home(), app.random());
    var lexicon = Lexicon.load();
    var channels = new ArrayList<Warning.Channel>();
    channels.add(this::said);
    channels.add(new Desktop(this::words));
    if (!noNote) channels.add(new NoteToSelf(daemon, this::words, app::remark));
    return new Watch.Parts(daemon, screen, () -> secrets.draft(lexicon), recipient(),
        new Pictured(daemon, reader()), channels, this::line, app.clock());
  }

  private Optional<Recipient> recipient() {
    try {
      if (evidenceFor != null) return Optional.of(Recipient.parse(evidenceFor));
    } catch (IllegalArgumentException e) {
      throw new ClientException(Kind.USAGE, "--evidence-for is no recipient of age",
          "it begins with age1pq1", e);
    }
    if (app.home().hasVault()) return Optional.of(owner(app.home()));
    app.remark("there is no vault here, so no evidence is kept");
    app.hint("name who may read it with --evidence-for");
    return Optional.empty();
  }

  /// The recipient of the epoch in force, as far as this home has heard; a later release opens the
  /// epochs before it too.
  private static Recipient owner(Home home) {
    var policies = home.policies();
    var inForce = policies.floorEntry(Math.max(policies.firstKey(), home.seen().epoch()));
    return new Recipient(inForce.getValue().recipient());
  }

  private Optional<Pictures> reader() {
    try {
      return Optional.of(new Pictures(Tesseract.installed()));
    } catch (PictureException e) {
      app.remark("pictures are looked at for QR codes only: " + e.getMessage());
      return Optional.empty();
    }
  }

  private void line(boolean connected) {
    app.remark(
        connected ? "listening to signal-cli" : "the line to signal-cli is cut; trying again");
  }

  private void said(Warning warning) {
    app.tell(new Document(warning.level().word(), warning.asks().stream().map(Ask::wire).toList(),
        warning.advice(), warning.ownSecret()));
    app.say(words(warning));
  }

  private String words(Warning warning) {
    var tag = Language.of(language, app.terminal().environment());
    var name = Marked.BRACKETS.text(warning.name(), List.of()).replace('\n', ' ').strip();
    var where = name.isEmpty() ? "" : "\u201c" + name + "\u201d: ";
    if (!warning.ownSecret().isEmpty())
      return where + Sentences.in(tag, "left");
    return where + Sentences.in(tag, warning.level().name().toLowerCase(Locale.ROOT)) + " "
        + Advice.sentence(warning.advice(), tag);
  }
}
