package dev.holdfast.desk.benchmark;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/// The texts that the generator varies, written for it.
///
/// @param kind playbook, or `lure`, `chat`
record Phrases(String kind, String lang, String text) {
  static final List<Phrases> LURES = read("lures.txt", 3);
  static final List<Phrases> OTHERS = read("others.txt", 3);
  static final List<Phrases> FOLLOW_UPS = read("follow-ups.txt", 2);

  private static List<Phrases> read(String file, int cells) {
    try (var lines = new BufferedReader(new InputStreamReader(
        Objects.requireNonNull(Phrases.class.getResourceAsStream(file)),
        StandardCharsets.UTF_8))) {
      return lines.lines().filter(line -> !line.isBlank()).map(line -> of(line, cells)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Phrases of(String line, int cells) {
    var parts = line.split("\\|", cells);
    return cells == 3
        ? new Phrases(parts[0], parts[1], parts[2])
        : new Phrases("", parts[0], parts[1]);
  }

  static List<String> playbooks() {
    return LURES.stream().map(Phrases::kind).distinct().toList();
  }

  static List<Phrases> of(String playbook, String lang) {
    return LURES.stream()
        .filter(p -> p.kind().equals(playbook) && p.lang().equals(lang))
        .toList();
  }

  static List<String> languages(String playbook) {
    return LURES.stream()
        .filter(p -> p.kind().equals(playbook))
        .map(Phrases::lang)
        .distinct()
        .toList();
  }
}
