package dev.holdfast.client.epoch;

import dev.holdfast.archive.ArchiveException;
import dev.holdfast.archive.seal.Hpke;
import dev.holdfast.archive.seal.Identity;
import dev.holdfast.client.ClientException;
import dev.holdfast.kernel.RequestId;
import dev.holdfast.kernel.SecretBytes;
import dev.holdfast.kernel.policy.Policy;
import dev.holdfast.kernel.wire.RequestStatus.Approval;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/// The ways to F: the unlock secret, or another device's approval. What comes out is checked against
/// the policy's factor key.
public final class Factor {
  private Factor() {}

  /// F from the unlock secret; empty if it is not the one of this vault. The caller closes it.
  public static Optional<SecretBytes> byUnlock(Policy policy, SecretBytes unlock) {
    if (policy.unlock().isEmpty()) return Optional.empty();
    try (var key = Keys.unlockKey(unlock, policy.vault(), policy.epoch())) {
      return checked(policy, Keys.unwrapWithNonce(key, policy.unlock().get().raw()));
    } catch (ClientException e) {
      return Optional.empty();
    }
  }

  /// F from what devices sent to a request; empty while none of them gives it. The caller closes it.
  ///
  /// @param sealing the request's identity, lent
  public static Optional<SecretBytes> byApproval(Policy policy, RequestId request,
      Identity sealing, List<Approval> approvals) {
    return approvals.stream()
        .map(approval -> byApproval(policy, request, sealing, approval))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<SecretBytes> byApproval(Policy policy, RequestId request,
      Identity sealing, Approval approval) {
    try (
        var share = Hpke.openSecret(sealing, Label.approval(request), raw(approval.share()));
        var mask = Hpke.openSecret(sealing, Label.approvalMask(request), raw(approval.mask()))) {
      return checked(policy, Keys.xor(share, mask));
    } catch (ArchiveException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Optional<SecretBytes> checked(Policy policy, SecretBytes factor) {
    if (factor.length() == Keys.BYTES)
      try (var key = Keys.factorKey(factor)) {
        if (key.verifyKey().equals(policy.factorKey())) return Optional.of(factor);
      }
    factor.close();
    return Optional.empty();
  }

  private static byte[] raw(String base64) {
    return Base64.getDecoder().decode(base64);
  }
}
