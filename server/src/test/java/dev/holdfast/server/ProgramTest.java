package dev.holdfast.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.server.Program.Ended;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The program as its operator meets it: a process of its own.
@Timeout(120)
class ProgramTest {
  @TempDir
  Path home;

  Ended run(String... words) throws Exception {
    var all = new ArrayList<>(List.of("--home", home.toString()));
    all.addAll(List.of(words));
    return Program.run(all);
  }

  @Test
  void itPrintsOneLineServesAndStopsCleanlyOnTerm() throws Exception {
    try (var program = Program.start(home)) {
      var info = TestCaller.unsigned(program.url().resolve("/v1/server"));
      assertEquals(200, info.status());
      var ended = program.terminate();
      assertEquals("", ended.out(), "one line and no more");
      assertTrue(ended.err().contains("stopped"), ended.err());
    }
  }

  @Test
  void aSecondOneOnTheSameHomeSaysSo() throws Exception {
    try (var program = Program.start(home)) {
      var second = run("--listen", "127.0.0.1:0");
      assertEquals(1, second.code());
      assertTrue(second.err().startsWith("holdfast-server: another holdfast-server is using"));
      assertTrue(program.alive());
    }
  }

  @Test
  void invitationsComeFromTheRunningServerAndFromTheHomeAlone() throws Exception {
    var alone = run("invite");
    assertEquals(0, alone.code());
    assertTrue(alone.out().strip().matches("[0-9a-f]{32}"), alone.out() + alone.err());
    try (var program = Program.start(home)) {
      assertTrue(program.alive());
      var running = run("invite");
      assertTrue(running.out().strip().matches("[0-9a-f]{32}"), running.err());
    }
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      --set|nonsense=1|there is no setting "nonsense"
      --set|release.wait-floor=soon|expected a duration such as
      --listen|0.0.0.0:0|beyond the loopback address the server speaks TLS only
      --listen|nowhere|expected HOST:PORT
      --color|red|there is no option "--color"
      --set|smtp.host=mail.example.org|smtp.host needs smtp.from
      """)
  void aMistakeIsASentence(String option, String value, String sentence) throws Exception {
    var ended = run(option, value);
    assertEquals(2, ended.code());
    assertTrue(ended.err().contains(sentence), ended.err());
    assertEquals("", ended.out());
  }

  @Test
  void aShortFloorIsForLoopbackOnly() throws Exception {
    var ended = run("--listen", "0.0.0.0:0", "--set", "tls.certificate=c.pem", "--set",
        "tls.key=k.pem", "--set", "release.wait-floor=59m");
    assertEquals(2, ended.code());
    assertTrue(ended.err().contains("release.wait-floor under 1h"), ended.err());
  }

  @Test
  void helpAndVersionAreThere() throws Exception {
    assertTrue(Program.run(List.of("--help")).out().contains("--listen HOST:PORT"));
    assertTrue(Program.run(List.of("--version")).out().startsWith("holdfast-server "));
  }
}
