package dev.holdfast.guard.train;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class FalseAlarmsTest {
  @Test
  void noDigestLinkOrKeyOfOtherKindsIsTakenForASecret() {
    var count = Boolean.getBoolean("holdfast.long") ? 10_000_000 : 9_000;
    assertEquals(Map.of(), FalseAlarms.lookalikes(count).spoken());
  }

  @Test
  void noPublicMessageIsTakenForASecret() {
    Assumptions.assumeTrue(Files.isDirectory(Data.messages()),
        "the public message sets are not here; set HOLDFAST_DATA");
    var every = Boolean.getBoolean("holdfast.long") ? 1 : 40;
    var looked = new FalseAlarms();
    var items = Data.publicSets();
    for (var i = 0; i < items.size(); i += every)
      looked.look(items.get(i).conversation().turns().get(0));
    assertEquals(Map.of(), looked.spoken());
  }
}
