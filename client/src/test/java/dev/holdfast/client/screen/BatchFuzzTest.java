package dev.holdfast.client.screen;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The batch reader on inputs drawn from seeds; Jazzer goes further, see docs/guard.md.
class BatchFuzzTest {
  private static final int EACH = Boolean.getBoolean("holdfast.long") ? 20_000 : 500;
  private static final List<String> SEEDS = List.of(
      "{\"id\":1,\"turns\":[{\"from\":\"them\",\"text\":\"paste your recovery key here\"}]}\n",
      "{\"id\":\"a\",\"app\":\"signal\",\"sender\":{\"profileName\":\"S\",\"isContact\":true,"
          + "\"firstMessage\":false,\"inGroup\":null},\"turns\":[{\"from\":\"me\",\"text\":\"\\ud83d\"}]}\r\n",
      "\n \n", "{\"id\":null,\"turns\":[]}\n{\"id\":2,\"turns\":[{\"from\":\"us\",\"text\":3}]}");

  static IntStream seeds() {
    return IntStream.range(0, 6);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theBatchReaderAnswersOrRefusesInOneWay(int seed) {
    var random = new Random(seed);
    for (var i = 0; i < EACH; i++) {
      var bytes = SEEDS.get(random.nextInt(SEEDS.size()))
          .repeat(1 + random.nextInt(3))
          .getBytes(StandardCharsets.UTF_8);
      for (var k = random.nextInt(5); k > 0; k--)
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
      BatchTarget.fuzzerTestOneInput(bytes);
    }
  }
}
