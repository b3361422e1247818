package dev.holdfast.cli.screen;

import dev.holdfast.cli.Holdfast;
import dev.holdfast.client.ClientException;
import dev.holdfast.client.ClientException.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// Messages from files and standard input.
final class Input {
  /// A message is short; more than this is something else.
  private static final int MOST_BYTES = 4 << 20;

  private Input() {}

  /// All of standard input.
  static String text(Holdfast app) {
    if (app.terminal().interactive())
      app.remark("type or paste the message, then press Ctrl-D on a line of its own");
    return read(app.terminal().in(), "standard input");
  }

  /// All of a file.
  static String text(String file) {
    try (var in = Files.newInputStream(Path.of(file))) {
      return read(in, "the file " + file);
    } catch (IOException e) {
      throw unreadable("the file " + file, e);
    }
  }

  private static String read(InputStream in, String name) {
    try {
      var bytes = in.readNBytes(MOST_BYTES + 1);
      if (bytes.length > MOST_BYTES)
        throw new ClientException(Kind.USAGE, name + " holds more than 4 MiB, which is no message",
            "many conversations go through --batch");
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw unreadable(name, e);
    }
  }

  private static ClientException unreadable(String name, IOException e) {
    return new ClientException(Kind.ABSENT, name + " cannot be read",
        "check its name and its rights", e);
  }
}
