package dev.holdfast.cli;

import java.util.List;
import java.util.Map;

/// Starts the program. `--version` and the overview are answered before the option parser is
/// touched: that is what makes them quick.
public final class Main {
  private Main() {}

  /// The program.
  public static void main(String[] args) {
    int code = run(new SystemTerminal(), args);
    System.out.flush();
    System.exit(code);
  }

  /// Runs one command.
  ///
  /// @return the exit code
  public static int run(Terminal terminal, String... args) {
    var words = List.of(args);
    if (words.equals(List.of("--version"))) {
      terminal.out().println("holdfast " + version());
      return ExitCode.DONE;
    }
    if (words.isEmpty() || words.equals(List.of("help")) || words.equals(List.of("--help"))
        || words.equals(List.of("-h"))) {
      terminal.out().print(Overview.text());
      return words.isEmpty() ? ExitCode.USAGE : ExitCode.DONE;
    }
    return new Run(terminal).run(words);
  }

  static String version() {
    var version = Main.class.getPackage().getImplementationVersion();
    return version == null ? "(not packaged)" : version;
  }

  /// For messages that name the program's surroundings.
  static boolean debugging(Map<String, String> environment) {
    return !environment.getOrDefault("HOLDFAST_DEBUG", "").isEmpty();
  }
}
