package dev.holdfast.kernel.wire;

/// Body of `POST /v1/vaults/{vault}/rekey`.
///
/// @param epoch the one to be frozen: a repeated call changes nothing
/// @param destroyProof by the code key of the epoch that comes into force over
///          `holdfast/v1/destroy\n` ‖ vault ‖ old epoch (u32), 128 hex digits; empty to freeze only
public record Rekey(int epoch, String destroyProof) {
  /// Of whatever epoch is in force; it is not safe to repeat.
  public Rekey(String destroyProof) {
    this(0, destroyProof);
  }
}
