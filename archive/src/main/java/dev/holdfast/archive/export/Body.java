package dev.holdfast.archive.export;

import dev.holdfast.archive.signal.WireReader;
import java.util.Map;
import java.util.TreeMap;

/// The text of a message with mentions written out.
final class Body {
  private Body() {}

  /// Reads a Text message: body, and ranges that may mention somebody.
  static String read(WireReader text, Directory directory) {
    String body = "";
    var mentions = new TreeMap<Integer, Mention>();
    while (text.next()) {
      if (text.number() == 1 && text.isBytes()) body = text.text();
      if (text.number() == 2 && text.isBytes()) mention(text.message(), directory, mentions);
    }
    var out = new StringBuilder(body);
    for (var mention : mentions.descendingMap().entrySet()) {
      int start = mention.getKey();
      int end = start + mention.getValue().length();
      if (start >= 0 && end >= start && end <= out.length())
        out.replace(start, end, "@" + mention.getValue().name());
    }
    return out.toString();
  }

  private record Mention(int length, String name) {}

  private static void mention(WireReader range, Directory directory,
      Map<Integer, Mention> mentions) {
    int start = 0;
    int length = 0;
    String name = "";
    while (range.next()) {
      switch (range.number()) {
        case 1 -> start = range.isVarint() ? (int) range.varint() : 0;
        case 2 -> length = range.isVarint() ? (int) range.varint() : 0;
        case 3 -> name = directory.nameOfAccount(range.bytes());
        default -> {
        }
      }
    }
    if (!name.isEmpty()) mentions.put(start, new Mention(length, name));
  }
}
