package dev.holdfast.guard.train;

import dev.holdfast.guard.ask.Ask;
import dev.holdfast.guard.talk.Conversation;
import dev.holdfast.guard.talk.Sender;
import dev.holdfast.guard.talk.Turn;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Reads `guard/corpus`: a header line of `key=value` words, then one conversation a line.
final class CorpusFiles {
  private CorpusFiles() {}

  static List<Item> read(Path corpus) {
    var items = new ArrayList<Item>();
    for (var source : List.of("lures", "negatives")) {
      for (var file : files(corpus.resolve(source)))
        items.addAll(read(file, source));
    }
    return items;
  }

  private static List<Path> files(Path folder) {
    if (!Files.isDirectory(folder)) return List.of();
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(f -> f.toString().endsWith(".txt")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Item> read(Path file, String source) {
    var name = file.getFileName().toString();
    var language = name.substring(0, name.length() - 4);
    var items = new ArrayList<Item>();
    Map<String, String> header = Map.of();
    var number = 0;
    for (var line : lines(file)) {
      number++;
      if (line.isBlank()) continue;
      if (line.startsWith("# ")) header = header(line);
      else
        items.add(item(source, language, header, line, file + ":" + number));
    }
    return items;
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException(file + " could not be read", e);
    }
  }

  private static Map<String, String> header(String line) {
    var header = new HashMap<String, String>();
    for (var word : line.substring(2).strip().split("\\s+", -1)) {
      var equals = word.indexOf('=');
      if (equals > 0) header.put(word.substring(0, equals), word.substring(equals + 1));
    }
    return header;
  }

  private static Item item(String source, String language, Map<String, String> header, String line,
      String place) {
    try {
      var lure = source.equals("lures");
      var group = header.getOrDefault(lure ? "family" : "kind", "none");
      var level = lure ? -1 : Integer.parseInt(header.getOrDefault("level", "0"));
      return new Item(source, language, group, level, lure ? asks(header) : List.of(),
          conversation(header, line));
    } catch (RuntimeException e) {
      throw new IllegalArgumentException(place + ": " + e.getMessage(), e);
    }
  }

  private static List<Ask> asks(Map<String, String> header) {
    return Stream.of(header.getOrDefault("asks", "").split(",", -1))
        .map(a -> Ask.of(a.strip())
            .orElseThrow(() -> new IllegalArgumentException("no such ask: " + a)))
        .toList();
  }

  private static Conversation conversation(Map<String, String> header, String line) {
    var turns = new ArrayList<Turn>();
    for (var part : line.split(" \\|\\| ", -1)) {
      var text = part.replace("\\n", "\n").strip();
      turns.add(text.startsWith("> ") ? Turn.me(text.substring(2)) : Turn.them(text));
    }
    return new Conversation("", sender(header, turns.size()), turns);
  }

  private static Sender sender(Map<String, String> header, int turns) {
    var name = header.getOrDefault("name", "").replace('_', ' ');
    return switch (header.getOrDefault("sender", "stranger")) {
      case "contact" -> Sender.contact(name);
      case "group" -> Sender.group(name);
      default -> new Sender(name, false, turns == 1, false);
    };
  }
}
