package dev.holdfast.guard.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The targets on inputs drawn from seeds; Jazzer goes further, see docs/guard.md.
class FuzzTest {
  private static final int EACH = Boolean.getBoolean("holdfast.long") ? 20_000 : 400;
  private static final List<String> SEEDS = List.of("sgnl://linkdevice?uuid=a&pub_key=b%252F",
      "hxxps[:]//signal[.]group/#Cj", "2@abcdefghijklmnopqrst,xyz=", "**21*+4915112345678#",
      "https://user@signal.org.evil.example:443/a?b#c", "s i g n a l  p\u200bi\u200bn",
      "\u0441\u043e\u0434\u0435 r3c0very k\u0301\u0302ey", "\ud835\udd30\ud835\udd26 \ud83c\uddf8",
      "\u202eabc\u202c \u0648\u0627\u0644\u0631\u0645\u0632", "\u5bc6\u7801\u3002com/\uff0e");

  static IntStream seeds() {
    return IntStream.range(0, 8);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theNormaliserTakesAnything(int seed) {
    var random = new Random(seed);
    for (var i = 0; i < EACH; i++)
      FoldTarget.fuzzerTestOneInput(input(random));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theLinkParserTakesAnything(int seed) {
    var random = new Random(100 + seed);
    for (var i = 0; i < EACH; i++)
      LinkTarget.fuzzerTestOneInput(input(random));
  }

  /// A seed text spoilt in some places, or noise.
  private static byte[] input(Random random) {
    var noise = new byte[random.nextInt(200)];
    random.nextBytes(noise);
    if (random.nextInt(4) == 0) return noise;
    var text = new StringBuilder("\0");
    while (text.length() < 20 + random.nextInt(200))
      text.append(SEEDS.get(random.nextInt(SEEDS.size())))
          .append(" \n\u3000".charAt(random.nextInt(3)));
    var bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    for (var i = random.nextInt(6); i > 0; i--)
      bytes[1 + random.nextInt(bytes.length - 1)] = (byte) random.nextInt();
    return bytes;
  }
}
