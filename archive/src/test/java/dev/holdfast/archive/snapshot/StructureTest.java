package dev.holdfast.archive.snapshot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.holdfast.kernel.Sha256;
import org.junit.jupiter.api.Test;

class StructureTest {
  @Test
  void theDictionaryNeverChanges() {
    assertEquals("5966b6783214b82493e5f50d52b971ea71dd3b1f2705a158fb8fbefcc87d73a6",
        Sha256.over(Structure.bytes()).hex());
  }
}
