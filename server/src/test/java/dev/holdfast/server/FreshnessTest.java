package dev.holdfast.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.kernel.wire.AlarmEvent;
import dev.holdfast.kernel.wire.RequestStatus;
import dev.holdfast.server.TestCaller.Answer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FreshnessTest extends ServerTest {
  @TempDir
  Path backup;

  Answer seen(TestOwner who, String number, String proof) {
    return who.as(who.laptop)
        .call("GET", who.path(""), new byte[0],
            Map.of("Holdfast-State", number, "Holdfast-State-Proof", proof));
  }

  long number(Answer answer) {
    return Long.parseLong(answer.header("Holdfast-State"));
  }

  @Test
  void theNumberGrowsWithEachChangeAndOverRestarts() throws Exception {
    long before = number(owner.as(owner.laptop).get(owner.path("")));
    owner.as(owner.laptop).post(owner.path("/lock"));
    long after = number(owner.as(owner.laptop).get(owner.path("")));
    assertTrue(after > before);
    server.stop();
    server.start();
    assertTrue(number(owner.as(owner.laptop).get(owner.path(""))) >= after);
  }

  @Test
  void aServerThatIsSetBackComesUpLockedForEverybody() throws Exception {
    var other = TestOwner.enrolled(server);
    var request = TestRequest.byStranger(other);
    request.ask();
    server.stop();
    copy(home, backup);
    server.start();
    var last = owner.as(owner.laptop).post(owner.path("/lock"));
    owner.unlock(owner.epoch(1).factorKey);
    server.stop();
    copy(backup, home);
    server.start();
    seen(owner, last.header("Holdfast-State"), last.header("Holdfast-State-Proof"));
    assertEquals("rolled-back", owner.status().lockReason());
    assertEquals("rolled-back", other.status().lockReason());
    assertEquals("EXPIRED", request.caller()
        .get("/v1/requests/" + request.id())
        .as(RequestStatus.class)
        .state());
    var alarms = other.as(other.laptop).get(other.path("/alarms")).as(AlarmEvent[].class);
    assertEquals("rolled-back", alarms[alarms.length - 1].kind());
    other.unlock(other.epoch(1).factorKey);
    seen(owner, last.header("Holdfast-State"), last.header("Holdfast-State-Proof"));
    assertEquals("", other.status().lockReason());
  }

  @Test
  void aClaimWithoutOurMarkLocksTheVaultOfWhoeverClaimsIt() {
    var other = TestOwner.enrolled(server);
    var answer = seen(owner, "900000", "00".repeat(16));
    assertEquals("rolled-back", owner.status().lockReason());
    assertEquals("", other.status().lockReason());
    assertTrue(number(answer) > 900_000);
    owner.unlock(owner.epoch(1).factorKey);
    seen(owner, "900000", "");
    assertEquals("", owner.status().lockReason());
  }

  @Test
  void noClaimMakesLaterOnesUnbelievable() {
    seen(owner, "9007199254740991", "");
    assertEquals("", owner.status().lockReason());
    seen(owner, "900000", "");
    assertEquals("rolled-back", owner.status().lockReason());
  }

  @Test
  void whatIsNoNumberIsPassedOver() {
    assertEquals(200, seen(owner, "x", "").status());
    assertEquals("", owner.status().lockReason());
  }

  static void copy(Path from, Path to) throws IOException {
    try (var files = Files.walk(to)) {
      files.filter(Files::isRegularFile).forEach(FreshnessTest::delete);
    }
    try (var files = Files.walk(from)) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        var target = to.resolve(from.relativize(file));
        Files.createDirectories(target.getParent());
        Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  private static void delete(Path file) {
    try {
      Files.delete(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
