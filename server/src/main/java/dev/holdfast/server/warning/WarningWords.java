package dev.holdfast.server.warning;

import java.io.IOException;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The words behind `holdfast-server desk` that are about warnings, by name.
public final class WarningWords {
  private static final Map<String, Word> ALL = new LinkedHashMap<>();

  static {
    ALL.put("warning", new WarningWord());
    ALL.put("feed", new FeedWord());
    ALL.put("key", new KeyWord());
  }

  private WarningWords() {}

  /// Does what the words say.
  ///
  /// @throws DeskRefusal with the exit code, if it cannot be done
  public static void run(List<String> words, WarningDesk desk, PrintStream out) throws IOException {
    if (words.isEmpty() || words.getFirst().equals("help")) {
      out.print(help());
      return;
    }
    var word = ALL.get(words.getFirst());
    if (word == null)
      throw new DeskRefusal(DeskRefusal.USAGE,
          "the desk knows no word \"" + words.getFirst() + "\"",
          "\"holdfast-server desk help\" says what there is");
    word.run(words.subList(1, words.size()), desk, out);
  }

  private static String help() {
    var help = new StringBuilder("Usage: holdfast-server [--home DIR] desk WORD …\n\n");
    ALL.values().forEach(word -> help.append(word.usage().indent(2)));
    return help.toString();
  }
}
