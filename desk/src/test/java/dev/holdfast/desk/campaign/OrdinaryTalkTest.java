package dev.holdfast.desk.campaign;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.desk.report.Report;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Talk repeats itself; nobody is behind it.
class OrdinaryTalkTest {
  static Path messages() {
    var named = System.getenv("HOLDFAST_DATA");
    var root = Path.of(System.getProperty("holdfast.root", ".."));
    return (named == null ? root.resolve("../shared") : Path.of(named)).resolve("messages");
  }

  @Test
  void noClusterHoldsMoreThanOneInAThousand(@TempDir Path folder) throws Exception {
    var file = messages().resolve("uci/SMSSpamCollection");
    Assumptions.assumeTrue(Files.exists(file), "the messages are not here: set HOLDFAST_DATA");
    var reports = new ArrayList<Report>();
    for (var line : Files.readAllLines(file)) {
      if (!line.startsWith("ham\t")) continue;
      var turn = new Report.Turn(false, line.substring(4), null);
      reports.add(new Report("m" + reports.size(), null, "", Report.Sender.UNKNOWN, "",
          List.of(turn), List.of(), List.of(), null, ""));
    }
    try (var desk = new TestDesk(folder.resolve("desk.db"))) {
      desk.take(reports);
      var sizes = new HashMap<String, Integer>();
      for (var one : desk.listed().values()) {
        sizes.merge(one.campaign(), 1, Integer::sum);
        sizes.merge(one.playbook(), 1, Integer::sum);
      }
      var most = sizes.values().stream().mapToInt(n -> n).max().orElse(0);
      assertTrue(most * 1000 <= reports.size(), () -> most + " of " + reports.size());
    }
  }
}
