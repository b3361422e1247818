package dev.holdfast.kernel.wire;

import java.util.List;

/// Body of `POST /v1/vaults`.
///
/// @param vault 32 hex digits
/// @param invite the server's invitation, empty on loopback
/// @param deviceName how people call the device
/// @param epochs the first epoch and its reserve
public record NewVault(String vault, String invite, String deviceName, List<StagedEpoch> epochs) {}
