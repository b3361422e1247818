package dev.holdfast.kernel.wire;

/// One entry of the audit log, with the salt that opens its commitment.
///
/// @param index in the log, from 0
/// @param at milliseconds since 1970
/// @param kind what happened, one word
/// @param body what was committed to: one line of UTF-8 text, base64
/// @param salt 64 hex digits; the leaf is SHA-256 over `holdfast/log/v1\n` ‖ salt ‖ body
public record LogEntry(long index, long at, String kind, String body, String salt) {}
