package dev.holdfast.client.epoch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.archive.seal.Hpke;
import dev.holdfast.archive.seal.Identity;
import dev.holdfast.client.ClientException;
import dev.holdfast.client.home.DeviceKeys;
import dev.holdfast.kernel.RequestId;
import dev.holdfast.kernel.SecretBytes;
import dev.holdfast.kernel.SigningKey;
import dev.holdfast.kernel.VaultId;
import dev.holdfast.kernel.wire.PolicyLink;
import dev.holdfast.kernel.wire.ReleasedShare;
import dev.holdfast.kernel.wire.RequestStatus.Approval;
import dev.holdfast.kernel.wire.StagedEpoch;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StagingTest {
  final SecureRandom random = new SecureRandom();
  final VaultId vault = VaultId.random(random);
  final SigningKey server = SigningKey.random(random);
  final Identity serverSealing = Identity.random(random);
  final DeviceKeys laptop = DeviceKeys.random(random);
  final DeviceKeys lost = DeviceKeys.random(random);
  final SecretBytes unlock = Keys.random(random);
  final EpochSecrets first = EpochSecrets.random(1, random);
  final EpochSecrets second = EpochSecrets.random(2, random);
  final Terms terms = new Terms(vault, Duration.ofDays(3), Duration.ofDays(3),
      server.verifyKey(), serverSealing.publicKey(),
      List.of(new Terms.Member(laptop.publicHalf(), true),
          new Terms.Member(lost.publicHalf(), false)));
  final Staging staging = new Staging(terms, random);
  final Staged one = staging.stage(first, unlock, Optional.empty(), Optional.of(second));
  final Staged two = staging.stage(second, unlock, Optional.of(first.identity()),
      Optional.empty());

  @Test
  void allThreeInputsOpenTheEpochAndTheBagLeadsToTheNext() {
    try (
        var open = OpenVault.open(one.policy(), first.code(), first.factor(), first.share(),
            released(one.wire(), List.of()))) {
      assertEquals(first.identity().publicKey(), open.forEpoch(1).publicKey());
      var next = open.bag().next().orElseThrow();
      assertEquals(2, next.epoch());
      assertEquals(two.policy().recipient(), next.identity().publicKey());
      assertTrue(next.factor().sameAs(second.factor()));
      assertTrue(open.bag().unlock().sameAs(unlock));
    }
  }

  @Test
  void theReserveLeadsBackToOlderEpochsAndKnowsTheUnlockSecret() {
    try (
        var open = OpenVault.open(two.policy(), second.code(), second.factor(), second.share(),
            released(two.wire(), List.of(two.wire().chain(), one.wire().chain())))) {
      assertEquals(first.identity().publicKey(), open.forEpoch(1).publicKey());
      assertTrue(open.bag().next().isEmpty());
      assertTrue(open.bag().unlock().sameAs(unlock));
    }
  }

  @Test
  void twoOfThreeInputsOpenNothing() {
    var wrong = Keys.random(random);
    var released = released(one.wire(), List.of());
    assertThrows(ClientException.class,
        () -> OpenVault.open(one.policy(), wrong, first.factor(), first.share(), released));
    assertThrows(ClientException.class,
        () -> OpenVault.open(one.policy(), first.code(), wrong, first.share(), released));
    assertThrows(ClientException.class,
        () -> OpenVault.open(one.policy(), first.code(), first.factor(), wrong, released));
  }

  @Test
  void whoeverWasShownAnotherPolicyOpensNothing() {
    var other = staging.stage(first, unlock, Optional.empty(), Optional.of(second)).policy();
    assertThrows(ClientException.class, () -> OpenVault.open(other, first.code(), first.factor(),
        first.share(), released(one.wire(), List.of())));
  }

  @Test
  void theUnlockSecretGivesTheFactorOfEachEpochAndAnotherOneNothing() {
    assertTrue(Factor.byUnlock(one.policy(), unlock).orElseThrow().sameAs(first.factor()));
    assertTrue(Factor.byUnlock(two.policy(), unlock).orElseThrow().sameAs(second.factor()));
    assertTrue(Factor.byUnlock(one.policy(), Keys.random(random)).isEmpty());
  }

  @Test
  void aDevicesLeafIsWorthNothingWithoutTheServersMask() {
    var leaf = one.policy().device(laptop.id()).orElseThrow().share().raw();
    var share = Hpke.openSecret(laptop.identity(), Label.deviceLeaf(vault, 1), leaf);
    assertFalse(share.sameAs(first.factor()));
    var mask = Hpke.openSecret(serverSealing, Label.mask(vault, 1, laptop.id()),
        Base64.getDecoder().decode(one.wire().masks().getFirst().sealed()));
    assertTrue(Keys.xor(share, mask).sameAs(first.factor()));
  }

  @Test
  void anApprovalGivesTheFactorToTheRequesterItIsSealedFor() {
    var requester = Identity.random(random);
    var request = new RequestId("00112233445566778899aabbccddeeff");
    var mask = Keys.random(random);
    var share = Keys.xor(first.factor(), mask);
    var approval = new Approval(laptop.id().hex(),
        sealed(requester, Label.approval(request), share),
        sealed(requester, Label.approvalMask(request), mask));
    assertTrue(Factor.byApproval(one.policy(), request, requester, List.of(approval)).orElseThrow()
        .sameAs(first.factor()));
    assertTrue(Factor.byApproval(one.policy(), request, Identity.random(random),
        List.of(approval)).isEmpty());
  }

  @Test
  void aRevokedDeviceStaysListedWithoutAShare() {
    assertEquals(0, one.policy().device(lost.id()).orElseThrow().share().raw().length);
    assertEquals(List.of(laptop.id().hex()),
        one.wire().masks().stream().map(StagedEpoch.Mask::device).toList());
  }

  @Test
  void aHomeFollowsToAPolicyThatTheEpochBeforeVouchesFor() {
    var link = new PolicyLink(two.wire().policy(), two.wire().signature());
    assertEquals(List.of(two.policy()), Succession.after(one.policy(), List.of(link)));
  }

  @Test
  void aPolicyOfTheServersOwnMakingIsRefused() {
    var stranger = EpochSecrets.random(1, random);
    var forged = staging.stage(EpochSecrets.random(2, random), unlock,
        Optional.of(stranger.identity()), Optional.empty());
    var link = new PolicyLink(forged.wire().policy(), forged.wire().signature());
    assertThrows(ClientException.class, () -> Succession.after(one.policy(), List.of(link)));
  }

  private static String sealed(Identity to, byte[] info, SecretBytes secret) {
    return Base64.getEncoder()
        .encodeToString(secret.lend(raw -> Hpke.seal(to.publicKey(), info, raw)));
  }

  private static ReleasedShare released(StagedEpoch wire, List<String> chains) {
    return new ReleasedShare(1, "", wire.wrappedKey(), wire.commitment(), chains, wire.bag(),
        List.of());
  }
}
