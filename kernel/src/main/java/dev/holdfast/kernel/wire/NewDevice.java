package dev.holdfast.kernel.wire;

import java.util.List;

/// Body of `POST /v1/vaults/{vault}/devices`.
///
/// @param name how people call the device
/// @param certificate canonical certificate, base64
/// @param signature over the certificate, 128 hex digits
/// @param masks HPKE to the server's sealing key, for leaves whose mask is the new device's own
public record NewDevice(String name, String certificate, String signature, List<EpochMask> masks) {
  /// @param sealed base64
  public record EpochMask(int epoch, String sealed) {}
}
