package dev.holdfast.cli;

import java.io.InputStream;
import java.io.PrintStream;
import java.time.Clock;
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
    var console = System.console();
    return console != null && console.isTerminal();
  }

  @Override
  public Optional<String> ask(String prompt) {
    var console = System.console();
    return console == null
        ? Optional.empty()
        : Optional.ofNullable(console.readLine("%s", prompt));
  }

  @Override
  public Optional<char[]> askSecret(String prompt) {
    var console = System.console();
    return console == null
        ? Optional.empty()
        : Optional.ofNullable(console.readPassword("%s", prompt));
  }

  @Override
  public Map<String, String> environment() {
    return System.getenv();
  }

  @Override
  public Clock clock() {
    return Clock.systemDefaultZone();
  }
}
