package dev.holdfast.archive.signal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaddingTest {
  @ParameterizedTest
  @CsvSource({"0,541", "541,541", "542,568", "569,596", "1000,1020", "10000,10110", "65536,67789",
      "1000000,1041743",
      "17892958,18532311"})
  void aLengthIsFilledUpAsSignalDoes(long length, long padded) {
    assertEquals(padded, Padding.padded(length));
  }

  @Test
  void paddingNeverCuts() {
    for (long length = 1; length < 1L << 40; length += 1 + length / 700) {
      assertTrue(Padding.padded(length) >= length);
    }
  }
}
