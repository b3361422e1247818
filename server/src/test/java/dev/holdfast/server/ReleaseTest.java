package dev.holdfast.server;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.kernel.wire.AlarmEvent;
import dev.holdfast.kernel.wire.ReleasedShare;
import dev.holdfast.kernel.wire.RequestStatus;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ReleaseTest extends ServerTest {
  List<String> alarms() {
    return Arrays.stream(owner.as(owner.laptop).get(owner.path("/alarms")).as(AlarmEvent[].class))
        .map(AlarmEvent::kind)
        .toList();
  }

  @Test
  void aStrangerWithTheCodeWaitsInFullAndTheOwnerHearsOfIt() {
    var request = TestRequest.byStranger(owner);
    var status = request.ask().as(RequestStatus.class);
    assertEquals("WAITING", status.state());
    assertEquals(TestOwner.WAIT.toSeconds(), status.waitSeconds());
    assertEquals(List.of("requested"), alarms());
    assertEquals("409 waiting", request.release().refusal());
  }

  @Test
  void alarmsGoOutAtEachQuarterThatCounts() {
    var request = TestRequest.byStranger(owner);
    request.ask().as(RequestStatus.class);
    for (int percent : new int[]{24, 1, 25, 40, 10})
      server.pass(TestOwner.WAIT.dividedBy(100).multipliedBy(percent));
    assertEquals(List.of("requested", "waiting-25", "waiting-50", "waiting-90", "releasable"),
        alarms());
    assertEquals("RELEASABLE", request.status().state());
  }

  @Test
  void withoutTheFactorNothingIsReleased() {
    var request = TestRequest.byStranger(owner);
    request.ask();
    server.pass(TestOwner.WAIT);
    assertEquals("403 factor-missing", request.release().refusal());
    assertEquals("403 wrong-factor", request.prove(owner.epoch(2).factorKey).refusal());
    assertEquals("403 factor-missing", request.release().refusal());
  }

  @Test
  void afterTheWaitTheShareIsForTheRequesterWhoProvedTheFactor() {
    var request = TestRequest.byStranger(owner);
    request.ask();
    assertTrue(request.prove(owner.epoch(1).factorKey).as(RequestStatus.class).provenFactor());
    server.pass(TestOwner.WAIT);
    var released = request.release().as(ReleasedShare.class);
    assertArrayEquals(owner.epoch(1).share, request.share(released));
    assertEquals(1, released.index());
    assertEquals("released", alarms().getLast());
  }

  @Test
  void aLostAnswerToAReleaseIsAskedForAgainAndAlarmedOnce() {
    var request = TestRequest.byStranger(owner);
    request.ask();
    request.prove(owner.epoch(1).factorKey);
    server.pass(TestOwner.WAIT);
    request.release();
    assertArrayEquals(owner.epoch(1).share,
        request.share(request.release().as(ReleasedShare.class)));
    assertEquals(1, alarms().stream().filter("released"::equals).count());
  }

  @Test
  void aVetoEndsTheRequestAndLocks() {
    var request = TestRequest.byStranger(owner);
    request.ask();
    request.prove(owner.epoch(1).factorKey);
    server.pass(TestOwner.WAIT);
    var vetoed = owner.as(owner.phone)
        .post(owner.path("/requests/" + request.id() + "/veto"))
        .as(RequestStatus.class);
    assertEquals("VETOED", vetoed.state());
    assertEquals("403 vetoed", request.release().refusal());
    assertEquals("veto", owner.status().lockReason());
    var again = TestRequest.byStranger(owner);
    again.ask();
    again.prove(owner.epoch(1).factorKey);
    server.pass(TestOwner.LOCK);
    assertEquals("", owner.status().lockReason());
  }

  @Test
  void aLockHoldsTheShareBackUntilTheFactorUnlocks() {
    var request = TestRequest.byStranger(owner);
    request.ask();
    request.prove(owner.epoch(1).factorKey);
    owner.as(owner.phone).post(owner.path("/lock"));
    server.pass(TestOwner.WAIT.multipliedBy(2));
    assertEquals("403 locked", request.release().refusal());
    assertEquals("403 wrong-factor", owner.unlock(owner.epoch(2).factorKey).refusal());
    assertEquals(200, owner.unlock(owner.epoch(1).factorKey).status());
    assertEquals(200, request.release().status());
  }

  @Test
  void anEnrolledDeviceWaitsMinutesOnly() {
    var request = TestRequest.by(owner, owner.laptop);
    assertEquals(600, request.ask().as(RequestStatus.class).waitSeconds());
  }

  @Test
  void aDeviceThatDidNotSignIsNoDevice() {
    var forged = new TestRequest(owner, owner.epoch(1), Optional.of(
        new TestDevice("x", TestDevice.named("x").signing(), owner.laptop.sealing())), "x");
    assertEquals("403 not-allowed", forged.ask().refusal());
  }

  @Test
  void anotherDeviceApprovesWithItsShareAndTheServerAddsTheMaskOnceTheWaitIsOver() {
    var request = TestRequest.by(owner, owner.laptop);
    request.ask();
    var approved = request.approvedBy(owner.phone, owner.epoch(1).leaf(owner.phone))
        .as(RequestStatus.class);
    assertEquals("", approved.approvals().getFirst().mask());
    assertEquals("approved", alarms().getLast());
    server.pass(Duration.ofMinutes(10));
    assertArrayEquals(owner.epoch(1).factor,
        request.factor(request.status().approvals().getFirst()));
  }

  @Test
  void theCodeAndOneCopiedDeviceKeyTakeTheWholeWaitAndAVetoEndsIt() {
    var asStranger = TestRequest.byStranger(owner);
    asStranger.ask();
    asStranger.approvedBy(owner.phone, owner.epoch(1).leaf(owner.phone));
    var asDevice = TestRequest.by(owner, owner.phone);
    asDevice.ask();
    server.pass(TestOwner.WAIT.minusSeconds(1));
    assertEquals("", asStranger.status().approvals().getFirst().mask());
    assertEquals("403 factor-missing", asDevice.release().refusal());
    owner.as(owner.laptop).post(owner.path("/requests/" + asStranger.id() + "/veto"));
    server.pass(TestOwner.WAIT.multipliedBy(2));
    assertEquals("", asStranger.status().approvals().getFirst().mask());
  }

  @Test
  void aLockedVaultShowsNoMaskAndTakesNoApproval() {
    var request = TestRequest.byStranger(owner);
    request.ask();
    request.approvedBy(owner.phone, owner.epoch(1).leaf(owner.phone));
    owner.as(owner.laptop).post(owner.path("/lock"));
    assertEquals("403 locked",
        request.approvedBy(owner.laptop, owner.epoch(1).leaf(owner.laptop)).refusal());
    server.pass(TestOwner.WAIT);
    assertEquals("", request.status().approvals().getFirst().mask());
  }

  @Test
  void aDeviceDoesNotApproveItself() {
    var request = TestRequest.by(owner, owner.laptop);
    request.ask();
    assertEquals("403 own-request",
        request.approvedBy(owner.laptop, TestEpoch.random()).refusal());
  }

  @Test
  void whoProvesTheFactorIsNeverRefusedForTheNumberOfOthers() {
    for (int i = 0; i < 5; i++)
      assertEquals(201, TestRequest.byStranger(owner).ask().status());
    var sixth = TestRequest.byStranger(owner).ask();
    assertEquals("429 too-many-requests", sixth.refusal());
    assertEquals(TestEpoch.base64(owner.epoch(1).policy.encode()),
        sixth.json().path("policy").asText());
    assertEquals("429 too-many-requests", TestRequest.byStranger(owner).ask().refusal());
    assertEquals(6, alarms().size());
    var owners = TestRequest.byStranger(owner);
    var answer = owners
        .ask(Map.of("Holdfast-Factor-Proof", owners.proof(owner.epoch(1).factorKey)));
    assertTrue(answer.as(RequestStatus.class).provenFactor());
    server.pass(Duration.ofDays(1));
    assertEquals(201, TestRequest.byStranger(owner).ask().status());
  }

  @Test
  void theTagAloneIsNoCode() {
    var request = TestRequest.byStranger(owner);
    assertEquals("403 not-allowed", request.send(Map.of()).refusal());
    assertEquals("403 not-allowed", request.send(Map.of("Holdfast-Code-Proof",
        request.codeProof(owner.epoch(2).codeKey))).refusal());
    assertEquals(List.of(), alarms());
  }

  @Test
  void alarmsAreRaisedBeforeTheShareLeavesEvenIfTheTimerHasNotCome() {
    var request = TestRequest.byStranger(owner);
    request.ask();
    request.prove(owner.epoch(1).factorKey);
    server.clock.pass(TestOwner.WAIT);
    assertEquals(200, request.release().status());
    assertEquals(List.of("requested", "waiting-25", "waiting-50", "waiting-90", "releasable",
        "released"), alarms());
  }

  @Test
  void aReleasedRequestReadsNothingWhileTheVaultIsLocked() {
    var request = TestRequest.byStranger(owner);
    request.ask();
    request.prove(owner.epoch(1).factorKey);
    server.pass(TestOwner.WAIT);
    request.release();
    owner.as(owner.laptop).post(owner.path("/lock"));
    assertEquals("403 locked", request.caller().get(owner.path("/snapshots")).refusal());
  }

  @Test
  void aNamePlaysNoTricksOnATerminal() {
    new TestRequest(owner, owner.epoch(1), Optional.empty(), "a\u001b[2J\u202eb").ask();
    var alarm = owner.as(owner.laptop).get(owner.path("/alarms")).as(AlarmEvent[].class)[0];
    assertEquals("a[2Jb", alarm.from());
  }

  @Test
  void requestsRunSideBySide() {
    var thief = TestRequest.byStranger(owner);
    thief.ask();
    server.pass(TestOwner.WAIT.dividedBy(2));
    var mine = TestRequest.byStranger(owner);
    mine.ask();
    mine.prove(owner.epoch(1).factorKey);
    owner.as(owner.laptop).post(owner.path("/requests/" + thief.id() + "/veto"));
    server.pass(TestOwner.WAIT);
    assertEquals(200, mine.release().status());
  }

  @Test
  void anUnknownCodeIsNotToldApartFromNoVault() {
    var foreign = new TestRequest(owner, new TestOwner(server).epoch(1), Optional.empty(), "x");
    assertEquals("404 no-such-vault", foreign.ask().refusal());
  }

  @Test
  void theCodeOfTheReserveIsNotInForceYet() {
    var request = new TestRequest(owner, owner.epoch(2), Optional.empty(), "x");
    request.ask();
    request.prove(owner.epoch(2).factorKey);
    server.pass(TestOwner.WAIT);
    assertEquals("403 not-allowed", request.release().refusal());
  }

  @Test
  void aReleasedRequestReadsTheVaultAndAnotherDoesNot() {
    owner.snapshot(Optional.empty(), "first");
    var request = TestRequest.byStranger(owner);
    request.ask();
    request.prove(owner.epoch(1).factorKey);
    assertEquals("401 unsigned", request.caller().get(owner.path("/snapshots")).refusal());
    server.pass(TestOwner.WAIT);
    request.release();
    assertEquals(200, request.caller().get(owner.path("/snapshots")).status());
    assertEquals(200, request.caller().get(owner.path("")).status());
    server.pass(Duration.ofDays(8));
    assertEquals("401 unsigned", request.caller().get(owner.path("/snapshots")).refusal());
  }

  @Test
  void aReleaseThatNobodyFollowsIsAlarmedAfterAnHour() {
    var request = TestRequest.byStranger(owner);
    request.ask();
    request.prove(owner.epoch(1).factorKey);
    server.pass(TestOwner.WAIT);
    request.release();
    server.pass(Duration.ofHours(1));
    server.pass(Duration.ofHours(1));
    assertEquals("not-opened", alarms().getLast());
    assertEquals(1, alarms().stream().filter("not-opened"::equals).count());
    assertEquals(1, owner.status().epoch());
  }

  @Test
  void whoWaitsIsToldAtOnce() throws Exception {
    var request = TestRequest.byStranger(owner);
    request.ask();
    var answer = CompletableFuture.supplyAsync(() -> request.caller()
        .get("/v1/requests/" + request.id() + "?wait=30")
        .as(RequestStatus.class));
    owner.as(owner.laptop).post(owner.path("/requests/" + request.id() + "/veto"));
    assertEquals("VETOED", answer.get(20, TimeUnit.SECONDS).state());
  }

  @Test
  void aKeyTypedAsADescriptionIsRefused() {
    var key = "0123456789abcdefghijklmnopqrstuvwxyz0123456789abcdefghijklmnopqr";
    var request = new TestRequest(owner, owner.epoch(1), Optional.empty(), key);
    assertEquals("422 secret-in-body", request.ask().refusal());
  }
}
