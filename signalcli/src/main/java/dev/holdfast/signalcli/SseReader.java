package dev.holdfast.signalcli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Server-sent events (WHATWG HTML, section 9.2), over lines of bytes.
final class SseReader {
  private static final int MOST_LETTERS = 4 << 20;

  private final ByteLines lines;
  private final Runnable alive;
  private String id = "";

  /// @param alive called for every line, comments included: they are signs of life
  SseReader(InputStream in, Runnable alive) {
    lines = new ByteLines(in);
    this.alive = alive;
  }

  /// @param id the last id seen, empty if none
  /// @param data the lines of data, joined
  record Frame(String id, String event, String data) {}

  /// The next frame that holds data; a frame cut off by the end is none.
  Optional<Frame> next() throws IOException {
    var data = new StringBuilder();
    var event = "message";
    boolean any = false;
    for (var line = lines.next(); line.isPresent(); line = lines.next()) {
      alive.run();
      var text = new String(line.get(), StandardCharsets.UTF_8);
      if (text.isEmpty()) {
        if (any) return Optional.of(new Frame(id, event, data.toString()));
        event = "message";
        continue;
      }
      switch (name(text)) {
        case "data" -> {
          if (data.length() + text.length() > MOST_LETTERS)
            throw new IOException("an event is too long");
          if (any) data.append('\n');
          data.append(value(text));
          any = true;
        }
        case "event" -> event = value(text);
        case "id" -> id = value(text).indexOf(0) < 0 ? value(text) : id;
        default -> {
          // comments, retry, and what is unknown
        }
      }
    }
    return Optional.empty();
  }

  private static String name(String line) {
    int colon = line.indexOf(':');
    return colon < 0 ? line : line.substring(0, colon);
  }

  private static String value(String line) {
    int colon = line.indexOf(':');
    if (colon < 0) return "";
    return line.startsWith(" ", colon + 1) ? line.substring(colon + 2) : line.substring(colon + 1);
  }
}
