package dev.holdfast.kernel.wire;

/// One alarm, as streamed and listed.
///
/// @param sequence counts up within a vault, from 1
/// @param request 32 hex digits; empty if it is about no request
/// @param at milliseconds since 1970
/// @param kind wire name of [dev.holdfast.kernel.release.AlarmKind]
/// @param from who did it: a device's name, the requester's description, or empty
/// @param releasableAt when the wait ends, milliseconds since 1970; 0 if it does not apply
public record AlarmEvent(long sequence, String request, long at, String kind, String from,
    long releasableAt) {}
