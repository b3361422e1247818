package dev.holdfast.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.kernel.wire.NewVault;
import dev.holdfast.kernel.wire.PolicyLink;
import dev.holdfast.kernel.wire.VaultStatus;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnrolmentTest {
  @TempDir
  Path home;
  TestServer server;

  @BeforeEach
  void start() throws Exception {
    server = new TestServer(home);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void onLoopbackAnybodyMakesAVault() {
    var owner = new TestOwner(server);
    var status = owner.enrol("").as(VaultStatus.class);
    assertEquals(1, status.epoch());
    assertEquals(2, status.devices().size());
    assertEquals(TestEpoch.base64(owner.epoch(2).policy.encode()), status.reserve());
    assertEquals(0, status.lockedUntil());
  }

  @Test
  void aLostAnswerIsAskedForAgain() {
    var owner = TestOwner.enrolled(server);
    assertEquals(201, owner.enrol("").status());
  }

  @Test
  void aVaultCannotBeTakenOver() {
    var owner = TestOwner.enrolled(server);
    var thief = new TestOwner(server);
    var epochs = List.of(
        new TestEpoch(owner.info(), owner.vault, 1, TestOwner.WAIT, TestOwner.LOCK,
            List.of(thief.laptop), Optional.empty()));
    var answer = thief.as(thief.laptop)
        .post("/v1/vaults", new NewVault(owner.vault.hex(), "",
            "mine now", List.of(epochs.get(0).staged(), epochs.get(0).staged())));
    assertEquals("403 not-allowed", answer.refusal());
  }

  @Test
  void aShareThatThePolicyDoesNotNameIsRefused() {
    var owner = new TestOwner(server);
    var answer = owner.as(owner.laptop)
        .post("/v1/vaults", new NewVault(owner.vault.hex(), "", "l",
            List.of(owner.epoch(1).staged(TestEpoch.random()), owner.epoch(2).staged())));
    assertEquals("400 bad-request", answer.refusal());
  }

  @Test
  void aWaitBelowTheFloorIsRefused() throws Exception {
    server.restart(Map.of("release.wait-floor", "100h"));
    assertEquals("400 bad-request", new TestOwner(server).enrol("").refusal());
  }

  @Test
  void anEpochThatTheOneBeforeDidNotSignIsRefused() {
    var owner = new TestOwner(server);
    var foreign = new TestEpoch(owner.info(), owner.vault, 2, TestOwner.WAIT, TestOwner.LOCK,
        List.of(owner.laptop), Optional.of(new TestOwner(server).epoch(1)));
    var answer = owner.as(owner.laptop)
        .post("/v1/vaults", new NewVault(owner.vault.hex(), "", "l",
            List.of(owner.epoch(1).staged(), foreign.staged())));
    assertEquals("400 bad-request", answer.refusal());
  }

  @Test
  void aHomeFollowsTheVaultBySignedPolicies() {
    var owner = TestOwner.enrolled(server);
    var links = owner.as(owner.phone).get(owner.path("/policies?after=1")).as(PolicyLink[].class);
    assertEquals(1, links.length);
    assertEquals(TestEpoch.base64(owner.epoch(2).policy.encode()), links[0].policy());
  }

  @Test
  void aStrangerLearnsNothing() {
    var owner = TestOwner.enrolled(server);
    var stranger = TestDevice.named("stranger");
    assertEquals("401 unsigned", owner.as(stranger).get(owner.path("")).refusal());
  }

  @Test
  void strangersOfOneVaultAreStrangersInAnother() {
    var one = TestOwner.enrolled(server);
    var other = TestOwner.enrolled(server);
    assertEquals("401 unsigned", one.as(one.laptop).get(other.path("")).refusal());
  }

  @Test
  void aSecondServerOnTheSameHomeIsRefusedWithASentence() {
    var refusal = assertThrows(IOException.class,
        () -> new TestServer(home));
    assertTrue(String.valueOf(refusal.getMessage()).startsWith("another holdfast-server is using"));
  }

  @Test
  void everythingIsThereAfterARestart() throws Exception {
    var owner = TestOwner.enrolled(server);
    var before = owner.status();
    server.stop();
    server.clock.pass(Duration.ofSeconds(5));
    server.start();
    assertEquals(before, owner.status());
  }
}
