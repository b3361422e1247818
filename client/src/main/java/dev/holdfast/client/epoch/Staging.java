package dev.holdfast.client.epoch;

import dev.holdfast.archive.seal.Hpke;
import dev.holdfast.archive.seal.Identity;
import dev.holdfast.client.epoch.Terms.Member;
import dev.holdfast.kernel.DeviceId;
import dev.holdfast.kernel.SecretBytes;
import dev.holdfast.kernel.Sha256;
import dev.holdfast.kernel.device.Wrapped;
import dev.holdfast.kernel.policy.Policy;
import dev.holdfast.kernel.policy.Policy.EnrolledDevice;
import dev.holdfast.kernel.policy.Policy.ReleaseServer;
import dev.holdfast.kernel.wire.StagedEpoch;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/// Makes an epoch in full: policy, wrapped key, share, masks, chain and bag (docs/protocol.md,
/// sections 3 and 4).
public final class Staging {
  private static final HexFormat HEX = HexFormat.of();

  private final Terms terms;
  private final SecureRandom random;

  public Staging(Terms terms, SecureRandom random) {
    this.terms = terms;
    this.random = random;
  }

  /// Stages one epoch.
  ///
  /// @param secrets lent
  /// @param unlock U, lent
  /// @param previous VSK of the epoch before; empty for the first epoch
  /// @param next the secrets of the epoch after it, if that is staged with it
  public Staged stage(EpochSecrets secrets, SecretBytes unlock, Optional<Identity> previous,
      Optional<EpochSecrets> next) {
    var masks = new ArrayList<StagedEpoch.Mask>();
    var policy = policy(secrets, unlock, masks);
    var recipient = secrets.identity().recipient();
    try (
        var kek = Keys.kek(policy.hash(), terms.vault(), secrets.epoch(), secrets.code(),
            secrets.factor(), secrets.share());
        var seed = secrets.identity().seed()) {
      var wire = new StagedEpoch(base64(policy.encode()), base64(sealedShare(secrets, policy)),
          masks, HEX.formatHex(Keys.wrapOnce(kek.wrapKey(), seed)), kek.commitment().hex(),
          previous.map(
              old -> base64(ChainLink.seal(recipient, secrets.epoch() - 1, old))).orElse(""),
          base64(Bag.seal(recipient, unlock, next)),
          previous.map(old -> vouch(old, policy.hash())).orElse(""));
      return new Staged(policy, wire);
    }
  }

  /// The bag of an epoch in force, once the epoch after it is staged; base64.
  ///
  /// @param epoch VSK of the epoch that the bag belongs to; lent
  public static String bag(Identity epoch, SecretBytes unlock, EpochSecrets next) {
    return base64(Bag.seal(epoch.recipient(), unlock, Optional.of(next)));
  }

  private Policy policy(EpochSecrets secrets, SecretBytes unlock, List<StagedEpoch.Mask> masks) {
    var devices = terms.members().stream().map(member -> enrolled(member, secrets, masks)).toList();
    try (
        var codeKey = Keys.codeKey(secrets.code());
        var factorKey = Keys.factorKey(secrets.factor());
        var seed = secrets.identity().seed();
        var openingKey = Keys.openingKey(seed)) {
      return new Policy(terms.vault(), secrets.epoch(), terms.waiting(), terms.lock(),
          secrets.identity().publicKey(), Keys.tag(secrets.code()), codeKey.verifyKey(),
          factorKey.verifyKey(), openingKey.verifyKey(), 1,
          List.of(new ReleaseServer(terms.server(),
              Keys.shareHash(secrets.epoch(), 1, secrets.share()))),
          Optional.of(unlockLeaf(secrets, unlock)), devices);
    }
  }

  private EnrolledDevice enrolled(Member member, EpochSecrets secrets,
      List<StagedEpoch.Mask> masks) {
    if (!member.active()) return new EnrolledDevice(member.device(), Wrapped.of(new byte[0]));
    var id = member.device().id();
    try (
        var mask = Keys.random(random);
        var share = Keys.xor(secrets.factor(), mask)) {
      masks.add(new StagedEpoch.Mask(id.hex(), sealedMask(mask, secrets.epoch(), id)));
      var leaf = share.lend(raw -> Hpke.seal(member.device().sealingKey(),
          Label.deviceLeaf(terms.vault(), secrets.epoch()), raw));
      return new EnrolledDevice(member.device(), Wrapped.of(leaf));
    }
  }

  /// A mask on its way to the server, base64.
  public String sealedMask(SecretBytes mask, int epoch, DeviceId device) {
    return base64(mask.lend(raw -> Hpke.seal(terms.serverSealing(),
        Label.mask(terms.vault(), epoch, device), raw)));
  }

  private Wrapped unlockLeaf(EpochSecrets secrets, SecretBytes unlock) {
    try (var key = Keys.unlockKey(unlock, terms.vault(), secrets.epoch())) {
      return Wrapped.of(Keys.wrap(key, secrets.factor(), random));
    }
  }

  private byte[] sealedShare(EpochSecrets secrets, Policy policy) {
    return secrets.share()
        .lend(raw -> Hpke.seal(terms.serverSealing(),
            Label.share(terms.vault(), secrets.epoch(), policy.hash()), raw));
  }

  private static String vouch(Identity previous, Sha256 policy) {
    try (var seed = previous.seed(); var key = Keys.openingKey(seed)) {
      return HEX.formatHex(key.sign(Label.policy(policy)));
    }
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
