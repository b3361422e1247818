package dev.holdfast.vault.epoch;

import dev.holdfast.kernel.VaultId;
import dev.holdfast.kernel.policy.Policy;
import dev.holdfast.kernel.wire.PolicyLink;
import dev.holdfast.vault.Encoded;

/// An epoch without its share.
///
/// @param shareIndex this server's place among the policy's release servers, from 1
public record StoredEpoch(VaultId vault, int number, EpochState state, Policy policy,
    String policySignature, int shareIndex, String wrappedKey, String commitment, String chain,
    String bag) {
  /// The canonical policy, base64.
  public String policyBytes() {
    return Encoded.base64(policy.encode());
  }

  /// The policy with the signature of the epoch before it.
  public PolicyLink link() {
    return new PolicyLink(policyBytes(), policySignature);
  }
}
