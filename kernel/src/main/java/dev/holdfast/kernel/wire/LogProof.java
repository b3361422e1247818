package dev.holdfast.kernel.wire;

import java.util.List;

/// Answer of `GET /v1/log/proof` and `GET /v1/log/inclusion`.
///
/// @param path hashes of RFC 9162, 64 hex digits each
public record LogProof(List<String> path) {}
