package dev.holdfast.desk.sharing;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Files of others, damaged at random: either they are read, or they are refused with a sentence.
class MutationTest {
  static final int TIMES = Boolean.getBoolean("holdfast.long") ? 200_000 : 1_500;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void aDamagedBundleIsReadOrRefused(long seed) {
    damage(Stix.bundle(List.of(Samples.dossier("One", Tlp.CLEAR)), Samples.DESK), seed,
        bytes -> StixReader.read(bytes, Samples.NOON));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void aDamagedEventIsReadOrRefused(long seed) {
    damage(Misp.event(Samples.dossier("One", Tlp.CLEAR), Samples.DESK), seed, MispReader::read);
  }

  static void damage(byte[] whole, long seed, Function<byte[], Imported> reader) {
    var random = new Random(seed);
    for (int i = 0; i < TIMES; i++) {
      var bytes = whole.clone();
      for (int n = random.nextInt(1, 6); n > 0; n--)
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(32, 127);
      try {
        assertNotNull(reader.apply(bytes));
      } catch (IllegalArgumentException e) {
        assertFalse(String.valueOf(e.getMessage()).isBlank());
      }
    }
  }
}
