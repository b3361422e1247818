package dev.holdfast.cli;

import dev.holdfast.client.Json;
import dev.holdfast.client.home.Home;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/// The program as every command sees it: the global options, the home, and how to speak.
@Command(name = "holdfast", mixinStandardHelpOptions = false)
public final class Holdfast implements Runnable {
  @Option(names = "--home", scope = ScopeType.INHERIT, paramLabel = "DIR", description = "the client's folder (default: $HOLDFAST_HOME, else the XDG data folder)")
  @Nullable
  Path home;

  @Option(names = "--json", scope = ScopeType.INHERIT, description = "one JSON document on standard output and nothing else there")
  boolean json;

  @Option(names = {"-h",
      "--help"}, scope = ScopeType.INHERIT, usageHelp = true, description = "this help")
  boolean help;

  private final Terminal terminal;
  private @Nullable SecureRandom random;

  Holdfast(Terminal terminal) {
    this.terminal = terminal;
  }

  /// Without a command there is nothing to run; the parser says so.
  @Override
  public void run() {}

  /// What surrounds the program.
  public Terminal terminal() {
    return terminal;
  }

  /// True if programs read the output.
  public boolean json() {
    return json;
  }

  /// The time, in the person's zone.
  public Clock clock() {
    return terminal.clock();
  }

  /// Where new keys come from.
  public SecureRandom random() {
    if (random == null) random = new SecureRandom();
    return random;
  }

  /// The home that the options, `HOLDFAST_HOME` or the XDG folders name.
  public Home home() {
    return Home.at(home == null ? defaultHome() : home);
  }

  private Path defaultHome() {
    var environment = terminal.environment();
    var named = environment.getOrDefault("HOLDFAST_HOME", "");
    if (!named.isEmpty()) return Path.of(named);
    var data = environment.getOrDefault("XDG_DATA_HOME", "");
    if (!data.isEmpty()) return Path.of(data, "holdfast");
    var user = environment.getOrDefault("HOME", System.getProperty("user.home", "."));
    return Path.of(user, ".local", "share", "holdfast");
  }

  /// A line for people; nothing with `--json`.
  public void say(String line) {
    if (!json) terminal.out().println(line);
  }

  /// The JSON document; nothing without `--json`.
  public void tell(Object document) {
    if (json) terminal.out().println(Json.line(document));
  }

  /// A remark beside the output.
  public void remark(String line) {
    terminal.err().println("holdfast: " + line);
  }

  /// A way out, under a remark.
  public void hint(String line) {
    if (!line.isEmpty()) terminal.err().println("holdfast: hint: " + line);
  }

  /// A yes-or-no question; empty if nobody is there to answer.
  public Optional<Boolean> confirms(String question) {
    if (!terminal.interactive()) return Optional.empty();
    return terminal.ask(question + " [y/N] ")
        .map(answer -> answer.strip().equalsIgnoreCase("y")
            || answer.strip().equalsIgnoreCase("yes"));
  }
}
