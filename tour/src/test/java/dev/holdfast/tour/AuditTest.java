package dev.holdfast.tour;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What `audit verify` makes of a server that is not honest about what happened.
class AuditTest {
  @TempDir
  Path folder;

  @Test
  void anHonestLogIsProvedAndContinuesTheOneSeenBefore() throws Exception {
    try (var town = stolenFrom()) {
      var first = town.laptop.types("audit", "verify", "--json").with(0).json();
      assertEquals(0, first.get("before").asLong());
      town.laptop.types("backup", town.papers(2), "--opaque").with(0);
      town.laptop.types("rekey").with(0);
      var second = town.laptop.types("audit", "verify", "--json").with(0).json();
      assertEquals(first.get("size"), second.get("before"));
      assertTrue(second.get("entries").asInt() > first.get("entries").asInt());
    }
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(delimiter = '|', textBlock = """
      an entry was changed  | update log_entry set body = replace(body, 'requested', 'snapshot'),  \
                              kind = 'snapshot' where kind = 'requested'     | is not in the audit log
      an entry was left out | delete from log_entry where kind = 'requested' | does not mention
      an alarm was left out | delete from alarm where kind = 'requested'     | no alarm told
      a veto was left out   | delete from log_entry where kind = 'vetoed'    | does not mention
      the past was replaced | update log_node set hash = hex(zeroblob(32)) where position = 0     | does not continue
      """)
  void aLogThatWasTamperedWithIsFoundOut(String what, String deed, String complaint)
      throws Exception {
    try (var town = stolenFrom()) {
      town.laptop.types("audit", "verify").with(0);
      town.server.stop();
      tamper(town, deed);
      town.server.startAgain();
      town.laptop.types("backup", town.papers(2), "--opaque").with(0);
      var came = town.laptop.types("audit", "verify").with(6);
      assertTrue(came.complained().contains(complaint), what + ": " + came.complained());
      assertTrue(came.complained().contains("holdfast: hint: "), came.complained());
    }
  }

  /// The log's newest state on a server whose key is another one.
  @Test
  void aCheckpointOfAnotherServerIsNotBelieved() throws Exception {
    try (var town = stolenFrom()) {
      town.laptop.types("audit", "verify").with(0);
      town.server.stop();
      Files.delete(town.server.home().resolve("server.key"));
      town.server.startAgain();
      var came = town.laptop.types("audit", "verify").with(6);
      assertTrue(came.complained().contains("not signed by the vault's server"),
          came.complained());
    }
  }

  /// A vault with a backup, after a thief whom the owner stopped.
  private Town stolenFrom() throws IOException {
    var town = Town.withVault(folder, "5s");
    town.laptop.types("backup", town.papers(1), "--opaque").with(0);
    town.machine("thief")
        .types("restore", "latest", "--server", town.server.url(), "--to", town.at("loot"),
            "--code-file", town.code)
        .with(8);
    town.laptop.types("release", "veto", "latest").with(0);
    town.laptop.types("backup", town.papers(3), "--opaque").with(0);
    return town;
  }

  private static void tamper(Town town, String deed) throws SQLException {
    try (
        var database = DriverManager
            .getConnection("jdbc:sqlite:" + town.server.home().resolve("holdfast.db"));
        var statement = database.createStatement()) {
      assertTrue(statement.executeUpdate(deed) > 0);
    }
  }
}
