package dev.holdfast.cli;

import java.io.Console;
import java.io.InputStream;
import java.io.PrintStream;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;

/// The real one.
final class SystemTerminal implements Terminal {
  @Override
  public PrintStream out() {
    return System.out;
  }

  @Override
  public PrintStream err() {
    return System.err;
  }

  @Override
  public InputStream in() {
    return System.in;
  }

  @Override
  public boolean interactive() {
    return console().isPresent();
  }

  @Override
  public Optional<String> ask(String prompt) {
    return console().map(console -> console.readLine("%s", prompt));
  }

  @Override
  public Optional<char[]> askSecret(String prompt) {
    return console().map(console -> console.readPassword("%s", prompt));
  }

  /// Java 25 gives null without a terminal, other versions a console that says it is none.
  @SuppressWarnings("SystemConsoleNull")
  private static Optional<Console> console() {
    return Optional.ofNullable(System.console()).filter(Console::isTerminal);
  }

  @Override
  public Map<String, String> environment() {
    return System.getenv();
  }

  @Override
  public Clock clock() {
    return Clock.system(ZoneId.systemDefault());
  }
}
