package dev.holdfast.guard.train;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.holdfast.guard.talk.Conversation;
import dev.holdfast.guard.talk.Sender;
import dev.holdfast.guard.talk.Turn;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Reads the public message sets named in `data.txt`, each pinned by SHA-256.
final class PublicSets {
  /// Sets without a clear licence: measured on, never trained on.
  static final Set<String> MEASURED_ONLY = Set.of("turkish", "xpersona");
  private static final ObjectMapper JSON = new ObjectMapper();

  private PublicSets() {}

  /// @param folder where the sets lie, one folder each
  static List<Item> read(Path folder) {
    var items = new ArrayList<Item>();
    for (var entry : manifest()) {
      var words = entry.split(" +", -1);
      var bytes = pinned(folder.resolve(words[1]), words[0]);
      items.addAll(messages(words[1], new String(bytes, StandardCharsets.UTF_8)));
    }
    return items;
  }

  static List<String> manifest() {
    try (var in = PublicSets.class.getResourceAsStream("data.txt")) {
      if (in == null) throw new IllegalStateException("data.txt is missing from the class path");
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines()
          .filter(l -> !l.isBlank())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] pinned(Path file, String sha256) {
    try {
      var bytes = Files.readAllBytes(file);
      var found = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
      if (!found.equals(sha256))
        throw new IllegalStateException(
            file + " is not the file that data.txt names: expected SHA-256 " + sha256 + ", found "
                + found);
      return bytes;
    } catch (IOException e) {
      throw new UncheckedIOException(file + " could not be read", e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<Item> messages(String path, String content) {
    var set = path.substring(0, path.indexOf('/'));
    var language = language(set, path);
    var texts = new LinkedHashSet<String>();
    switch (set) {
      case "uci" ->
        content.lines().filter(l -> l.startsWith("ham\t")).forEach(l -> texts.add(l.substring(4)));
      case "turkish" -> Csv.rows(content, ';')
          .stream()
          .filter(r -> r.size() == 3 && r.get(1).equals("2"))
          .forEach(r -> texts.add(r.get(0)));
      case "telegram_ru" -> Csv.rows(content, ',')
          .stream()
          .filter(r -> r.size() == 2 && r.get(1).equals("ham"))
          .forEach(r -> texts.add(r.get(0)));
      case "banking77" -> Csv.rows(content, ',').stream().skip(1).forEach(r -> texts.add(r.get(0)));
      case "tgspam" -> content.lines().forEach(texts::add);
      case "xlmt" -> content.lines().forEach(l -> texts.add(unescaped(l)));
      case "sib200" -> content.lines().forEach(texts::add);
      case "matrix_strings" -> strings(json(content), texts);
      case "xpersona" -> dialogues(json(content), texts);
      default -> throw new IllegalStateException("no reader for " + set);
    }
    return texts.stream()
        .map(String::strip)
        .filter(t -> !t.isEmpty())
        .map(t -> item(set, language, t))
        .toList();
  }

  private static Item item(String set, String language, String text) {
    var group = Near.groupOf(text);
    var sender = switch (Math.floorMod(group.hashCode(), 10)) {
      case 0, 1, 2, 3, 4 -> Sender.stranger("");
      case 5, 6, 7 -> Sender.contact("");
      default -> Sender.group("");
    };
    return new Item(set, language, group, 0, List.of(),
        new Conversation("", sender, List.of(Turn.them(text))));
  }

  private static String language(String set, String path) {
    var file = path.substring(path.indexOf('/') + 1);
    return switch (set) {
      case "turkish" -> "tr";
      case "telegram_ru", "tgspam" -> "ru";
      case "uci", "banking77" -> "en";
      default -> file.replaceFirst("[._].*", "").toLowerCase(java.util.Locale.ROOT);
    };
  }

  private static String unescaped(String line) {
    return line.replace("\\u2019", "\u2019").replace("\\u002c", ",").replace("\\\"\"", "\"");
  }

  private static JsonNode json(String content) {
    try {
      return JSON.readTree(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void strings(JsonNode node, Set<String> texts) {
    if (node.isTextual()) texts.add(node.asText());
    else
      node.forEach(n -> strings(n, texts));
  }

  private static void dialogues(JsonNode node, Set<String> texts) {
    for (var talk : node)
      talk.path("dialogue").forEach(pair -> strings(pair, texts));
  }
}
