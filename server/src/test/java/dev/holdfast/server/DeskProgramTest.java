package dev.holdfast.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.server.Program.Ended;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The desk's words as scripts call them, with and without a running server.
@Timeout(600)
class DeskProgramTest {
  static final String TEXT = "Dear user, an error was found in your account and your chats will be "
      + "lost. Open Settings -> Backups, copy your recovery key and paste it here.";

  @TempDir
  Path home;

  Ended desk(String... words) throws Exception {
    var all = new ArrayList<>(List.of("--home", home.resolve("h").toString(), "desk"));
    all.addAll(List.of(words));
    return Program.run(all);
  }

  Path reports() throws Exception {
    var line = """
        {"id":"%s","at":"2026-05-10","sender":{"id":"%s"},"turns":[{"from":"them","text":"%s"}],\
        "links":["https://restore.example/verify/step1?id=%s"]}
        """;
    return Files.writeString(home.resolve("reports.jsonl"), line.formatted("r1", "s1", TEXT, "1")
        + line.formatted("r2", "s2", TEXT, "2") + "nonsense\n");
  }

  @Test
  void importListsAndJudgesWithoutAServer() throws Exception {
    var imported = desk("import", reports().toString());
    assertEquals(0, imported.code(), imported.err());
    assertTrue(imported.err().contains("line 3 was kept aside"), imported.err());
    var listed = desk("campaigns", "--json");
    assertEquals(2, listed.out().lines().count(), listed.out());
    assertTrue(listed.out().startsWith("{\"id\":\"r1\",\"campaign\":\"c-"), listed.out());
    var judged = desk("judge", "r1", "r2", "--json");
    assertTrue(judged.out().contains("\"flip\":"), judged.out());
    assertEquals(3, desk("judge", "r1", "r9", "--json").code());
    assertEquals(3, desk("import", "nowhere.jsonl").code());
    assertEquals(2, desk("judge", "r1").code());
    assertEquals(2, desk("merge", "r1", "r2").code(), "a reason is needed");
    assertEquals(2, desk("nonsense").code());
  }

  @Test
  void theRunningServerAnswersTheSame() throws Exception {
    try (var program = Program.start(home.resolve("h"))) {
      assertTrue(program.alive());
      var imported = desk("import", reports().toString());
      assertEquals(0, imported.code(), imported.err());
      assertEquals(0, desk("published", "--like", "r1", "2026-05-27").code());
      assertEquals(2, desk("campaigns", "--json").out().lines().count());
      assertEquals(3, desk("published", "--like", "r9", "2026-05-27").code());
      var log = desk("log");
      assertTrue(log.out().contains("published"), log.out());
    }
  }
}
