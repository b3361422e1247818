package dev.holdfast.server.config;

import java.util.regex.Pattern;

/// Sizes as people write them: a number of bytes, or of KiB, MiB, GiB, TiB with k, m, g or t.
final class Sizes {
  private static final Pattern SHAPE = Pattern.compile("(\\d{1,12})([kmgt]?)");

  private Sizes() {}

  /// @throws IllegalArgumentException with a sentence for people
  static long parse(String text) {
    var match = SHAPE.matcher(text.strip());
    if (!match.matches())
      throw new IllegalArgumentException(
          "expected a size such as 500m, 50g or 2t, not \"" + text + "\"");
    int power = match.group(2).isEmpty() ? 0 : 1 + "kmgt".indexOf(match.group(2));
    return Math.multiplyExact(Long.parseLong(match.group(1)), 1L << 10 * power);
  }
}
