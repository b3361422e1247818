package dev.holdfast.kernel.device;

import dev.holdfast.kernel.DeviceId;
import dev.holdfast.kernel.VerifyKey;
import dev.holdfast.kernel.canonical.CanonicalReader;
import dev.holdfast.kernel.canonical.CanonicalWriter;

/// The public half of an enrolled device.
///
/// @param signingKey signs its requests and manifests
/// @param sealingKey 1216 bytes, X-Wing: what is meant for this device alone is sealed to it
public record Device(VerifyKey signingKey, SealingKey sealingKey) {
  /// The device's name.
  public DeviceId id() {
    return DeviceId.of(signingKey);
  }

  /// Appends the canonical form.
  public void write(CanonicalWriter out) {
    out.fixed(signingKey.raw()).fixed(sealingKey.raw());
  }

  /// Reads what [#write] appended.
  public static Device read(CanonicalReader in) {
    return new Device(VerifyKey.of(in.fixed(32)), SealingKey.of(in.fixed(SealingKey.BYTES)));
  }
}
