package dev.holdfast.guard.fuzz;

import java.nio.charset.StandardCharsets;

/// Texts from bytes: the first one says whether the rest is UTF-8, or UTF-16 in which surrogates
/// may stand alone.
final class Inputs {
  private Inputs() {}

  static String text(byte[] data) {
    if (data.length == 0) return "";
    if ((data[0] & 1) == 0) return new String(data, 1, data.length - 1, StandardCharsets.UTF_8);
    var text = new StringBuilder(data.length / 2);
    for (var i = 1; i + 1 < data.length; i += 2)
      text.append((char) ((data[i] & 0xff) << 8 | (data[i + 1] & 0xff)));
    return text.toString();
  }
}
