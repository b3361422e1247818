package dev.holdfast.client.join;

import dev.holdfast.archive.seal.Hpke;
import dev.holdfast.client.ClientException;
import dev.holdfast.client.ClientException.Kind;
import dev.holdfast.client.epoch.Label;
import dev.holdfast.client.release.Leaves;
import dev.holdfast.client.vault.Vault;
import dev.holdfast.kernel.Sha256;
import dev.holdfast.kernel.VerifyKey;
import dev.holdfast.kernel.device.Device;
import dev.holdfast.kernel.device.DeviceCertificate;
import dev.holdfast.kernel.device.Wrapped;
import dev.holdfast.kernel.policy.Policy;
import dev.holdfast.kernel.wire.JoinBox;
import dev.holdfast.kernel.wire.NewDevice;
import dev.holdfast.kernel.wire.VaultStatus;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/// The enrolled device's side of an invitation: show [#invitation], [#await] the new machine, let
/// people compare the phrase, then [#admit] it.
public final class Inviting implements AutoCloseable {
  private final Vault vault;
  private final Invitation invitation;
  private final Mailbox mailbox;

  /// A machine that answered.
  ///
  /// @param name how it calls itself
  /// @param phrase eighteen digits that it has to show as well
  /// @param device its public half
  public record Candidate(String name, String phrase, Device device) {}

  /// Opens the mailbox at the server; it lives ten minutes.
  ///
  /// @param vault lent
  public Inviting(Vault vault) {
    this.vault = vault;
    invitation = Invitation.fresh(vault.server().url(), vault.id(), vault.keys().id(),
        vault.random());
    mailbox = new Mailbox(vault.calls(), invitation, vault.random());
    mailbox.open();
  }

  /// What the new machine needs to read.
  public Invitation invitation() {
    return invitation;
  }

  /// Waits until a machine answers.
  ///
  /// @throws ClientException ABSENT once the ten minutes are over
  public Candidate await() {
    try {
      var request = JoinRequest.decode(mailbox.await(JoinBox::request));
      return new Candidate(request.name(),
          invitation.phrase(request.device().signingKey()), request.device());
    } catch (IllegalArgumentException e) {
      throw new ClientException(Kind.DAMAGED, "the machine that answered sent something else", "");
    }
  }

  /// Makes it a device of the vault.
  public VaultStatus admit(Candidate candidate) {
    var status = vault.status();
    var certificate = new DeviceCertificate(vault.id(), vault.keys().id(), false, status.epoch(),
        candidate.device(), leaves(status, candidate.device()));
    var added = vault.calls()
        .add(new NewDevice(candidate.name(),
            Base64.getEncoder().encodeToString(certificate.encode()),
            HexFormat.of().formatHex(certificate.sign(vault.keys().signing())), List.of()));
    leaveAnswer();
    return added;
  }

  /// What this device's own leaves hold, sealed again; the server copies the masks.
  private List<DeviceCertificate.Leaf> leaves(VaultStatus status, Device device) {
    var leaves = new ArrayList<DeviceCertificate.Leaf>();
    var own = new Leaves(vault, status);
    for (var policy : vault.policies().tailMap(status.epoch()).values())
      own.of(policy).ifPresent(share -> {
        try (share) {
          var wrapped = share.lend(raw -> Hpke.seal(device.sealingKey(),
              Label.deviceLeaf(policy.vault(), policy.epoch()), raw));
          leaves.add(new DeviceCertificate.Leaf(policy.epoch(), vault.keys().id(),
              Wrapped.of(wrapped)));
        }
      });
    return leaves;
  }

  private void leaveAnswer() {
    var seen = vault.home().seen();
    var config = vault.config();
    try (
        var answer = new JoinAnswer(vault.home().idKey(), new VerifyKey(config.serverKey()),
            config.loopback(), List.<Policy>copyOf(vault.policies().values()), seen.sequence(),
            seen.snapshot().isEmpty() ? Sha256.NONE : new Sha256(seen.snapshot()))) {
      var plain = answer.encode();
      mailbox.leave(plain);
      Arrays.fill(plain, (byte) 0);
    }
  }

  @Override
  public void close() {
    invitation.close();
  }
}
