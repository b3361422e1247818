package dev.holdfast.server;

import dev.holdfast.server.config.Home;
import dev.holdfast.server.config.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What stands on the command line.
///
/// @param command `run`, `invite`, `desk`, `help` or `version`
/// @param config a file named explicitly
/// @param set settings, the last one wins
/// @param words what stands behind `desk`
record Arguments(String command, Path home, Optional<Path> config, Map<String, String> set,
    List<String> words) {
  private static final String CONFIG_FILE = "server.conf";

  static final String HELP = """
      Usage: holdfast-server [--home DIR] [--listen HOST:PORT] [--config FILE] [--set KEY=VALUE]…
             holdfast-server [--home DIR] invite
             holdfast-server [--home DIR] desk WORD …

      Keeps vaults. Prints one line with its address when it is ready; SIGTERM stops it.

        --home DIR          where everything is kept (HOLDFAST_SERVER_HOME, else
                            $XDG_DATA_HOME/holdfast-server, else ~/.local/share/holdfast-server)
        --listen HOST:PORT  default 127.0.0.1:8470; port 0 takes a free one
        --config FILE       lines "key = value"; default DIR/server.conf if there is one
        --set KEY=VALUE     one setting, over the file (docs/operations.md lists them)
        invite              print an invitation for one new vault
        desk WORD           the desk for reported messages; "desk help" lists the words
        --help, --version
      """;

  /// @throws IllegalArgumentException with a sentence for people
  static Arguments read(String[] words, Map<String, String> environment) {
    var left = new ArrayDeque<>(Arrays.asList(words));
    var command = "run";
    var home = Home.fromEnvironment(environment);
    Optional<Path> config = Optional.empty();
    var set = new LinkedHashMap<String, String>();
    var desk = new ArrayList<String>();
    while (!left.isEmpty()) {
      var word = left.pop();
      switch (word) {
        case "--help", "-h", "help" -> command = "help";
        case "--version", "-V" -> command = "version";
        case "invite" -> command = "invite";
        case "--json" -> desk.add(word);
        case "desk" -> {
          command = "desk";
          home = behindDesk(left, desk, home);
        }
        case "--home" -> home = Path.of(value(word, left));
        case "--listen" -> set.put("listen", value(word, left));
        case "--config" -> config = Optional.of(Path.of(value(word, left)));
        case "--set" -> put(set, value(word, left));
        default -> throw new IllegalArgumentException("there is no option \"" + word + "\"");
      }
    }
    if (!command.equals("desk") && !desk.isEmpty())
      throw new IllegalArgumentException("there is no option \"--json\" here");
    return new Arguments(command, home.toAbsolutePath().normalize(), config, set, desk);
  }

  /// The desk reads its own words; only `--home` may stand among them.
  private static Path behindDesk(Deque<String> left, List<String> desk, Path home) {
    var found = home;
    while (!left.isEmpty()) {
      var word = left.pop();
      if (word.equals("--home")) found = Path.of(value(word, left));
      else
        desk.add(word);
    }
    return found;
  }

  private static String value(String option, Deque<String> left) {
    if (left.isEmpty()) throw new IllegalArgumentException(option + " needs a value");
    return left.pop();
  }

  private static void put(Map<String, String> set, String text) {
    int equals = text.indexOf('=');
    if (equals < 1) throw new IllegalArgumentException("expected --set KEY=VALUE");
    set.put(text.substring(0, equals).strip(), text.substring(equals + 1));
  }

  /// The settings: defaults, then the file, then the command line.
  ///
  /// @throws IllegalArgumentException with a sentence for people
  Settings settings() {
    var file = config.or(() -> Optional.of(home.resolve(CONFIG_FILE)).filter(Files::exists));
    try {
      var settings = Settings.defaults();
      for (var path : file.stream().toList())
        settings = settings.with(path);
      return settings.with(set);
    } catch (IOException e) {
      throw new IllegalArgumentException("cannot read the settings in " + e.getMessage(), e);
    }
  }
}
