package dev.holdfast.kernel.wire;

/// Body of `POST /v1/vaults/{vault}/alarms`: an alarm that a client raises.
///
/// @param kind `signal-key-typed`
public record RaisedAlarm(String kind) {}
