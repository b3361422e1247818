package dev.holdfast.tour;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.holdfast.cli.Main;
import dev.holdfast.cli.ScriptedTerminal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/// A machine with a home of its own, on which commands are typed.
final class Machine {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path home;
  private final Clock clock;

  Machine(Path home) {
    this(home, Clock.systemUTC());
  }

  Machine(Path home, Clock clock) {
    this.home = home;
    this.clock = clock;
  }

  Path home() {
    return home;
  }

  /// What a command came to.
  record Came(int exit, String said, String complained) {
    Came with(int expected) {
      assertEquals(expected, exit, () -> "said:\n" + said + "\ncomplained:\n" + complained);
      return this;
    }

    JsonNode json() {
      return lines().getLast();
    }

    List<JsonNode> lines() {
      var lines = new ArrayList<JsonNode>();
      try {
        for (var line : said.lines().toList())
          lines.add(JSON.readTree(line));
      } catch (IOException e) {
        throw new UncheckedIOException("not JSON: " + said, e);
      }
      return lines;
    }
  }

  /// The program as a process of its own.
  Process starts(Object... words) throws IOException {
    var command = new ArrayList<>(
        List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--enable-native-access=ALL-UNNAMED", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
            "-Xmx192m", "-cp", System.getProperty("java.class.path"), "dev.holdfast.cli.Main",
            "--home", home.toString()));
    for (var word : words)
      command.add(word.toString());
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
  }

  /// Nobody sits at the terminal.
  Came types(Object... words) {
    return types(new ScriptedTerminal(clock), words);
  }

  Came types(ScriptedTerminal terminal, Object... words) {
    var all = new ArrayList<>(List.of("--home", home.toString()));
    for (var word : words)
      all.add(word.toString());
    int exit = Main.run(terminal, all.toArray(String[]::new));
    return new Came(exit, terminal.said(), terminal.complained());
  }
}
