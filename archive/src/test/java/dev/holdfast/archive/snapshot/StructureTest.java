package dev.holdfast.archive.snapshot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.holdfast.kernel.Sha256;
import org.junit.jupiter.api.Test;

class StructureTest {
  @Test
  void theDictionaryNeverChanges() {
    assertEquals("49695ec97701fe1359984fddb8afcfd14de07db7e310278efb00e4d86130abed",
        Sha256.over(Structure.bytes()).hex());
  }
}
