package dev.holdfast.server.warning;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The words of one command, read: options with a value, `--json`, and the rest.
///
/// @param rest what is no option
record Words(Map<String, String> options, boolean json, List<String> rest) {
  /// @param known options that take a value, with their dashes
  /// @throws DeskRefusal USAGE for an unknown option or a missing value
  static Words read(List<String> words, Set<String> known) {
    var left = new ArrayDeque<>(words);
    var options = new LinkedHashMap<String, String>();
    var rest = new ArrayList<String>();
    var json = false;
    while (!left.isEmpty()) {
      var word = left.pop();
      if (word.equals("--json")) json = true;
      else if (known.contains(word)) options.put(word, value(word, left.poll()));
      else if (word.startsWith("--"))
        throw new DeskRefusal(DeskRefusal.USAGE, "there is no option \"" + word + "\" here",
            "\"holdfast-server desk help\" says what there is");
      else
        rest.add(word);
    }
    return new Words(options, json, rest);
  }

  private static String value(String option, @org.jspecify.annotations.Nullable String value) {
    if (value == null)
      throw new DeskRefusal(DeskRefusal.USAGE, option + " needs a value", "");
    return value;
  }

  Optional<String> option(String name) {
    return Optional.ofNullable(options.get(name));
  }

  String needed(String name) {
    return option(name).orElseThrow(
        () -> new DeskRefusal(DeskRefusal.USAGE, "the option " + name + " is missing", ""));
  }

  String first(String what) {
    if (rest.isEmpty())
      throw new DeskRefusal(DeskRefusal.USAGE, "expected " + what, "");
    return rest.getFirst();
  }
}
