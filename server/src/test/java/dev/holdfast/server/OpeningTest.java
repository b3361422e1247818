package dev.holdfast.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.kernel.device.DeviceCertificate;
import dev.holdfast.kernel.device.Wrapped;
import dev.holdfast.kernel.wire.Destroy;
import dev.holdfast.kernel.wire.NewDevice;
import dev.holdfast.kernel.wire.Rekey;
import dev.holdfast.kernel.wire.ReleasedShare;
import dev.holdfast.kernel.wire.VaultStatus;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OpeningTest extends ServerTest {
  static final String BAG = TestEpoch.base64(new byte[]{7});
  static final NewDevice NOBODY_NEW = new NewDevice("", "", "", List.of());

  TestRequest released(TestEpoch epoch) {
    var request = new TestRequest(owner, epoch, Optional.empty(), "new machine");
    request.ask();
    request.prove(epoch.factorKey);
    server.pass(TestOwner.WAIT);
    request.release().as(ReleasedShare.class);
    return request;
  }

  /// What the opener sends of itself: certified by the opening key, with a mask of its own.
  NewDevice opener(TestDevice machine, TestEpoch coming) {
    var mask = TestEpoch.random();
    var certificate = new DeviceCertificate(owner.vault, machine.id(), true,
        coming.policy.epoch(), machine.device(), List.of(new DeviceCertificate.Leaf(
            coming.policy.epoch(), machine.id(), Wrapped.of(new byte[]{1}))));
    return new NewDevice(machine.name(), TestEpoch.base64(certificate.encode()),
        TestRequest.hex(certificate.sign(coming.openingKey)), List.of(new NewDevice.EpochMask(
            coming.policy.epoch(), coming.sealedMask(machine.id(), mask))));
  }

  @Test
  void openingSpendsTheCodeAndTheReserveComesIntoForce() {
    var request = released(owner.epoch(1));
    var machine = TestDevice.named("new machine");
    var next = owner.stage(List.of(owner.laptop, owner.phone, machine));
    var status = request.opened(owner.epoch(1), List.of(next.staged()), TestEpoch.base64(
        new byte[]{7}), opener(machine, owner.epoch(2))).as(VaultStatus.class);
    assertEquals(2, status.epoch());
    assertEquals(TestEpoch.base64(next.policy.encode()), status.reserve());
    assertTrue(status.devices().stream().anyMatch(d -> d.id().equals(machine.id().hex())));
    assertEquals("410 code-spent", TestRequest.byStranger(owner).ask().refusal());
    assertEquals(200, owner.as(machine).get(owner.path("")).status());
  }

  @Test
  void openedSaidTwiceIsOpenedOnce() {
    var request = released(owner.epoch(1));
    var next = owner.stage(List.of(owner.laptop, owner.phone));
    request.opened(owner.epoch(1), List.of(next.staged()), BAG, NOBODY_NEW);
    var again = request.opened(owner.epoch(1), List.of(next.staged()), BAG, NOBODY_NEW);
    assertEquals(2, again.as(VaultStatus.class).epoch());
  }

  @Test
  void onlyAnOpenedVaultProvesThatItWasOpened() {
    var request = released(owner.epoch(1));
    var next = owner.stage(List.of(owner.laptop, owner.phone));
    assertEquals("403 not-allowed",
        request.opened(owner.epoch(2), List.of(next.staged()), BAG, NOBODY_NEW).refusal());
    assertEquals(1, owner.status().epoch());
  }

  @Test
  void anOpenerWithoutItsCertificateIsRefusedAndNothingHasChanged() {
    var request = released(owner.epoch(1));
    var machine = TestDevice.named("machine");
    var next = owner.stage(List.of(owner.laptop, owner.phone));
    var answer = request.opened(owner.epoch(1), List.of(next.staged()), BAG,
        opener(machine, owner.epoch(1)));
    assertEquals("400 bad-request", answer.refusal());
    assertEquals(1, owner.status().epoch());
    assertEquals(200, request.release().status());
  }

  @Test
  void aPanicFreezesTheOldShareAndEndsItsRequests() {
    var request = TestRequest.byStranger(owner);
    request.ask();
    request.prove(owner.epoch(1).factorKey);
    server.pass(TestOwner.WAIT);
    owner.as(owner.phone).post(owner.path("/lock"));
    var status = owner.as(owner.phone).post(owner.path("/rekey")).as(VaultStatus.class);
    assertEquals(2, status.epoch());
    assertEquals("", status.lockReason());
    assertEquals("", status.reserve());
    assertEquals("410 ended", request.release().refusal());
    assertEquals("410 code-spent", TestRequest.byStranger(owner).ask().refusal());
  }

  @Test
  void withoutAReserveAPanicLocksAndChangesNothingElse() {
    owner.as(owner.phone).post(owner.path("/rekey"));
    assertEquals("409 no-reserve", owner.as(owner.phone).post(owner.path("/rekey")).refusal());
    assertEquals("no-reserve", owner.status().lockReason());
    assertEquals(2, owner.status().epoch());
  }

  @Test
  void afterAPanicTheReserveOpensTheVaultAndStagesWhatIsMissing() {
    owner.as(owner.phone).post(owner.path("/rekey"));
    var request = released(owner.epoch(2));
    var third = owner.stage(List.of(owner.laptop, owner.phone));
    var fourth = owner.stage(List.of(owner.laptop, owner.phone));
    var status = request.opened(owner.epoch(2), List.of(third.staged(), fourth.staged()), "",
        NOBODY_NEW).as(VaultStatus.class);
    assertEquals(3, status.epoch());
    assertEquals(TestEpoch.base64(fourth.policy.encode()), status.reserve());
  }

  @Test
  void withoutAReserveANewMachineStandsInThePoliciesItStages() {
    owner.as(owner.phone).post(owner.path("/rekey"));
    var request = released(owner.epoch(2));
    var machine = TestDevice.named("new machine");
    var third = owner.stage(List.of(owner.laptop, machine));
    var fourth = owner.stage(List.of(owner.laptop, machine));
    var status = request.opened(owner.epoch(2), List.of(third.staged(), fourth.staged()), "",
        opener(machine, third)).as(VaultStatus.class);
    assertEquals(3, status.epoch());
    assertEquals(200, owner.as(machine).get(owner.path("")).status());
  }

  @Test
  void aMachineInThePolicyThatNobodyCertifiedIsRefused() {
    owner.as(owner.phone).post(owner.path("/rekey"));
    var request = released(owner.epoch(2));
    var machine = TestDevice.named("new machine");
    var third = owner.stage(List.of(owner.laptop, machine));
    var fourth = owner.stage(List.of(owner.laptop, machine));
    var certified = opener(machine, third);
    var forged = new NewDevice(certified.name(), certified.certificate(),
        TestRequest.hex(machine.signing().sign(new byte[]{1})), certified.masks());
    assertEquals("403 not-allowed", request.opened(owner.epoch(2),
        List.of(third.staged(), fourth.staged()), "", forged).refusal());
    assertEquals(2, owner.status().epoch());
  }

  @Test
  void anotherOpeningOfTheSameRequestIsNotSaidToBeDone() {
    var request = released(owner.epoch(1));
    var next = owner.stage(List.of(owner.laptop, owner.phone));
    request.opened(owner.epoch(1), List.of(next.staged()), BAG, NOBODY_NEW);
    var other = new TestEpoch(owner.info(), owner.vault, 3, TestOwner.WAIT, TestOwner.LOCK,
        List.of(owner.laptop), Optional.of(owner.epoch(2)));
    assertEquals("410 ended",
        request.opened(owner.epoch(1), List.of(other.staged()), BAG, NOBODY_NEW).refusal());
  }

  @Test
  void anEmptyBagWouldLeaveTheNextOwnerWithoutTheEpochAfter() {
    var request = released(owner.epoch(1));
    var next = owner.stage(List.of(owner.laptop, owner.phone));
    assertEquals("400 bad-request",
        request.opened(owner.epoch(1), List.of(next.staged()), "", NOBODY_NEW).refusal());
  }

  @Test
  void aPanicPressedTwiceForOneEpochIsOnePanic() {
    var press = Map.of("epoch", 1, "destroyProof", "");
    assertEquals(200, owner.as(owner.phone).post(owner.path("/rekey"), press).status());
    var again = owner.as(owner.phone).post(owner.path("/rekey"), press).as(VaultStatus.class);
    assertEquals(2, again.epoch());
    assertEquals("", again.lockReason());
  }

  @Test
  void aFrozenShareIsDestroyedOnlyByWhoeverKnowsTheReserveCode() {
    owner.as(owner.phone).post(owner.path("/rekey"));
    var wrong = new Destroy(1, owner.destroyProof(owner.epoch(1).codeKey, 1));
    assertEquals("403 not-allowed",
        owner.as(owner.phone).post(owner.path("/destroy"), wrong).refusal());
    var right = new Destroy(1, owner.destroyProof(owner.epoch(2).codeKey, 1));
    assertEquals(200, owner.as(owner.phone).post(owner.path("/destroy"), right).status());
  }

  @Test
  void aPanicWithTheReserveCodeDestroysAtOnceAndAWrongProofChangesNothing() {
    var wrong = new Rekey(1, owner.destroyProof(owner.epoch(1).codeKey, 1));
    assertEquals("403 not-allowed",
        owner.as(owner.phone).post(owner.path("/rekey"), wrong).refusal());
    assertEquals(1, owner.status().epoch());
    var right = new Rekey(1, owner.destroyProof(owner.epoch(2).codeKey, 1));
    assertEquals(200, owner.as(owner.phone).post(owner.path("/rekey"), right).status());
  }

  @Test
  void theShareInForceIsNeverDestroyedByDemand() {
    var demand = new Destroy(1, owner.destroyProof(owner.epoch(2).codeKey, 1));
    assertEquals("404 no-such-thing",
        owner.as(owner.phone).post(owner.path("/destroy"), demand).refusal());
  }
}
