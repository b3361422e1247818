package dev.holdfast.cli.screen;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/// The sentences that people read beside the guard's advice, per language, from `sentences.txt`:
/// lines of tag, key, sentence.
final class Sentences {
  private static final Map<String, String> ALL = read();

  private Sentences() {}

  /// The sentence in a language; in English where no translation exists.
  static String in(String tag, String key) {
    var told = ALL.get(tag + " " + key);
    if (told == null) told = ALL.get("en " + key);
    if (told == null) throw new IllegalStateException("there is no sentence " + key);
    return told;
  }

  private static Map<String, String> read() {
    var sentences = new HashMap<String, String>();
    read("sentences.txt", sentences);
    return sentences;
  }

  private static void read(String name, Map<String, String> sentences) {
    try (var in = Sentences.class.getResourceAsStream(name)) {
      if (in == null) throw new IllegalStateException(name + " is missing from the class path");
      for (var line : new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList()) {
        int key = line.indexOf(' ');
        int sentence = line.indexOf(' ', key + 1);
        if (sentence > 0) sentences.put(line.substring(0, sentence), line.substring(sentence + 1));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(name + " could not be read", e);
    }
  }
}
