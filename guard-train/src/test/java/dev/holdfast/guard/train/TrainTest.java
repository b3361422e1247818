package dev.holdfast.guard.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.HashSet;
import org.junit.jupiter.api.Test;

class TrainTest {
  @Test
  void retrainingGivesTheCommittedBytes() throws IOException {
    assumeTrue(Boolean.getBoolean("holdfast.long"),
        "retraining takes a minute: run with -Dholdfast.long=true");
    assumeTrue(Files.isDirectory(Data.messages()), "no public message sets: set HOLDFAST_DATA");
    var committed = Files
        .readAllBytes(Data.root().resolve("guard/src/main/resources/dev/holdfast/guard/model.bin"));
    assertArrayEquals(committed, Train.model().write());
  }

  @Test
  void everyCorpusItemHasAHeaderAndIsSaidOnce() {
    var corpus = Data.corpus();
    var seen = new HashSet<String>();
    for (var item : corpus) {
      assertTrue(!item.group().equals("none"), "a family or kind above every item");
      assertTrue(!item.isLure() || !item.asks().isEmpty(), "asks above every lure");
      assertTrue(seen.add(item.conversation().turns().toString()),
          () -> "said twice in " + item.language() + " " + item.group());
    }
    assertTrue(corpus.stream().filter(Item::isLure).count() >= 3000);
    assertTrue(corpus.stream().filter(i -> !i.isLure()).count() >= 6000);
  }

  @Test
  void aRateCarriesItsWilsonInterval() {
    assertEquals("1/100 = 1.00 % (0.18-5.45)", new Rate(1, 100).toString());
  }
}
