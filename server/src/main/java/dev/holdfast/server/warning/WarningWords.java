package dev.holdfast.server.warning;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The words behind `holdfast-server desk` that are about warnings and sharing, by name. They work
/// on files of their own, beside a running server or without one.
public final class WarningWords {
  private static final Map<String, Word> ALL = new LinkedHashMap<>();

  static {
    ALL.put("warning", new WarningWord());
    ALL.put("feed", new FeedWord());
    ALL.put("key", new KeyWord());
    ALL.put("share", new ShareWord());
  }

  private WarningWords() {}

  /// Whether the first word that is no option is one of these.
  public static boolean know(List<String> words) {
    return ALL.containsKey(name(words));
  }

  private static String name(List<String> words) {
    return words.stream().filter(word -> !word.startsWith("--")).findFirst().orElse("");
  }

  /// How they are called, after `desk `.
  public static List<String> usage() {
    return ALL.values().stream().flatMap(word -> word.usage().lines()).toList();
  }

  /// Does what the words say.
  ///
  /// @return the exit code
  public static int run(List<String> words, WarningDesk desk, PrintStream out, PrintStream err)
      throws IOException {
    var rest = new ArrayList<>(words);
    var name = name(words);
    rest.remove(name);
    try {
      var word = ALL.get(name);
      if (word == null) throw new IllegalArgumentException("there is no word " + name);
      word.run(rest, desk, out);
      return 0;
    } catch (DeskRefusal e) {
      err.println("holdfast-server: " + e.getMessage());
      if (!e.hint().isEmpty()) err.println("holdfast-server: hint: " + e.hint());
      return e.exit();
    }
  }
}
