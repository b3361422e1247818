package dev.holdfast.vault.release;

/// What a requester proves together with the request, each 128 hex digits; empty if it does not.
///
/// @param code by the key derived from the recovery code, over `holdfast/v1/code\n` ‖ request id
/// @param factor by the key derived from the factor, over `holdfast/v1/factor\n` ‖ request id
public record Proofs(String code, String factor) {
  @Override
  public String toString() {
    return "Proofs";
  }
}
