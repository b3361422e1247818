package dev.holdfast.guard.draft;

/// A hash that costs enough time and memory to make guessing dear: Argon2id. The guard brings none
/// of its own, so that it needs no cryptographic library; whoever embeds it passes one in.
@FunctionalInterface
public interface SlowHash {
  /// The hash of `input`; the same input and salt give the same bytes.
  ///
  /// @param input 32 bytes, not to be kept
  /// @param salt 16 bytes, not to be kept
  /// @return at least 16 bytes, owned by the caller
  byte[] hash(byte[] input, byte[] salt);
}
