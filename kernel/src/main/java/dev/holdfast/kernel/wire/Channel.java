package dev.holdfast.kernel.wire;

/// An alarm channel of a vault.
///
/// @param id 32 hex digits; empty in a request to make one
/// @param kind `email` in this version; the live stream needs no channel
/// @param address where it goes
/// @param confirmed true once its test was answered; only then it counts
public record Channel(String id, String kind, String address, boolean confirmed) {}
