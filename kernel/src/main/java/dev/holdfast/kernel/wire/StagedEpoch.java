package dev.holdfast.kernel.wire;

import java.util.List;

/// One epoch in full, made by the client (docs/protocol.md, section 4).
///
/// @param policy canonical policy, base64
/// @param share the server's release share, HPKE to its sealing key, base64
/// @param masks one for each enrolled device of the policy, HPKE to the server's sealing key
/// @param wrappedKey AES-256-GCM(wrap key, VSK), 96 hex digits
/// @param commitment 64 hex digits; compared before the key is unwrapped
/// @param chain an age file for this epoch's recipient that holds the previous epochs' VSK, base64;
///          empty for the first
/// @param bag an age file for this epoch's recipient: the unlock secret, and what the epoch after it
///          needs once that is staged, base64
/// @param signature by the opening key of the epoch before it over `holdfast/v1/policy\n` ‖ policy
///          hash, 128 hex digits; empty for the first epoch
public record StagedEpoch(String policy, String share, List<Mask> masks, String wrappedKey,
    String commitment, String chain,
    String bag, String signature) {
  /// @param device 32 hex digits
  /// @param sealed base64
  public record Mask(String device, String sealed) {}
}
