package dev.holdfast.kernel.wire;

/// Body of `POST …/factor`: a signature that shows knowledge of a secret.
///
/// @param proof 128 hex digits
public record Proof(String proof) {}
