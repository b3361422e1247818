package dev.holdfast.kernel.wire;

/// Body of every refusal (in the manner of RFC 9457), media type `application/problem+json`.
///
/// @param code a stable word for programs (docs/protocol.md, section 9)
/// @param detail one sentence for people
/// @param hint the way out, one sentence; may be empty
public record ProblemBody(String code, String detail, String hint) {}
