package dev.holdfast.server;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.holdfast.kernel.Sha256;
import dev.holdfast.kernel.SigningKey;
import dev.holdfast.kernel.device.DeviceCertificate;
import dev.holdfast.kernel.device.Wrapped;
import dev.holdfast.kernel.wire.JoinBox;
import dev.holdfast.kernel.wire.JoinMessage;
import dev.holdfast.kernel.wire.NewDevice;
import dev.holdfast.kernel.wire.RequestStatus;
import dev.holdfast.kernel.wire.VaultStatus;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeviceTest extends ServerTest {
  final TestDevice tablet = TestDevice.named("tablet");

  NewDevice tabletCertifiedBy(TestDevice issuer) {
    var leaves = List.of(1, 2)
        .stream()
        .map(epoch -> new DeviceCertificate.Leaf(epoch, issuer.id(),
            Wrapped.of(new byte[]{1})))
        .toList();
    var certificate = new DeviceCertificate(owner.vault, issuer.id(), false, 1, tablet.device(),
        leaves);
    return new NewDevice(tablet.name(), TestEpoch.base64(certificate.encode()),
        TestRequest.hex(certificate.sign(issuer.signing())), List.of());
  }

  VaultStatus addTablet() {
    return owner.as(owner.laptop)
        .post(owner.path("/devices"), tabletCertifiedBy(owner.laptop))
        .as(VaultStatus.class);
  }

  @Test
  void aDeviceAddsAnotherThatApprovesWithTheCopiedMask() {
    assertEquals(3, addTablet().devices().size());
    var request = TestRequest.byStranger(owner);
    request.ask();
    var epoch = owner.epoch(1);
    var leaf = epoch.leaf(owner.laptop);
    assertEquals(200, request.approvedBy(tablet, leaf).status());
    server.pass(TestOwner.WAIT);
    assertArrayEquals(epoch.factor, request.factor(request.status().approvals().getFirst()));
  }

  @Test
  void nobodyElseAddsADevice() {
    var stranger = TestDevice.named("stranger");
    assertEquals("403 not-allowed", owner.as(owner.laptop)
        .post(owner.path("/devices"), tabletCertifiedBy(stranger))
        .refusal());
  }

  @Test
  void aDeviceAddedAMomentAgoHelpsNobodyToHurry() {
    addTablet();
    var byNewcomer = TestRequest.by(owner, tablet);
    assertEquals(TestOwner.WAIT.toSeconds(),
        byNewcomer.ask().as(RequestStatus.class).waitSeconds());
    var fast = TestRequest.by(owner, owner.laptop);
    fast.ask();
    assertEquals("403 not-allowed", fast.approvedBy(tablet, TestEpoch.random()).refusal());
    server.pass(TestOwner.WAIT);
    assertEquals(200, fast.approvedBy(tablet, TestEpoch.random()).status());
    assertEquals(600, TestRequest.by(owner, tablet).ask().as(RequestStatus.class).waitSeconds());
  }

  @Test
  void aRevokedDeviceKeepsItsVetoForTheWaitAndNothingElse() {
    var phone = owner.as(owner.phone);
    owner.as(owner.laptop)
        .post(owner.path("/devices/" + owner.phone.id() + "/revoke"))
        .as(VaultStatus.class);
    assertEquals("403 not-allowed", phone.get(owner.path("/channels")).refusal());
    assertEquals("403 not-allowed", phone.post(owner.path("/rekey")).refusal());
    var request = TestRequest.byStranger(owner);
    request.ask();
    assertEquals("403 not-allowed",
        request.approvedBy(owner.phone, TestEpoch.random()).refusal());
    assertEquals("403 not-allowed", TestRequest.by(owner, owner.phone).ask().refusal());
    assertEquals(200, phone.get(owner.path("/alarms")).status());
    assertEquals(200, phone.post(owner.path("/requests/" + request.id() + "/veto")).status());
    server.pass(TestOwner.WAIT);
    assertEquals("401 unsigned", phone.get(owner.path("/alarms")).refusal());
  }

  @Test
  void aLeafUnderAThirdDevicesMaskIsRefused() {
    var leaf = new DeviceCertificate.Leaf(1, owner.phone.id(), Wrapped.of(new byte[]{1}));
    var certificate = new DeviceCertificate(owner.vault, owner.laptop.id(), false, 1,
        tablet.device(), List.of(leaf));
    var wanted = new NewDevice("t", TestEpoch.base64(certificate.encode()),
        TestRequest.hex(certificate.sign(owner.laptop.signing())), List.of());
    assertEquals("400 bad-request",
        owner.as(owner.laptop).post(owner.path("/devices"), wanted).refusal());
  }

  @Test
  void aRevokedDeviceDoesNotComeBackByACertificate() {
    addTablet();
    owner.as(owner.laptop).post(owner.path("/devices/" + tablet.id() + "/revoke"));
    assertEquals("403 not-allowed", owner.as(owner.laptop)
        .post(owner.path("/devices"), tabletCertifiedBy(owner.laptop))
        .refusal());
  }

  @Test
  void twoDevicesMeetInAMailboxForTenMinutes() {
    var secret = TestEpoch.random();
    var box = Sha256.over(secret).hex();
    var key = SigningKey.random(new SecureRandom());
    var joiner = owner.caller(key, box.substring(0, 32));
    assertEquals("401 unsigned", joiner.get(owner.path("/joins/" + box)).refusal());
    assertEquals(201, owner.as(owner.laptop)
        .post(owner.path("/joins"), new JoinMessage(box, key.verifyKey().hex(), ""))
        .status());
    joiner.post(owner.path("/joins"), new JoinMessage(box, "", "aGVsbG8="));
    assertEquals("403 not-allowed",
        joiner.post(owner.path("/joins"), new JoinMessage(box, "", "b3RoZXI=")).refusal());
    assertEquals(new JoinBox("aGVsbG8=", ""),
        owner.as(owner.laptop).get(owner.path("/joins/" + box)).as(JoinBox.class));
    owner.as(owner.laptop).post(owner.path("/joins"), new JoinMessage(box, "", "YW5zd2Vy"));
    assertEquals(new JoinBox("aGVsbG8=", "YW5zd2Vy"),
        joiner.get(owner.path("/joins/" + box)).as(JoinBox.class));
    server.pass(Duration.ofMinutes(10));
    assertEquals("404 no-such-thing",
        owner.as(owner.laptop).get(owner.path("/joins/" + box)).refusal());
  }
}
