package dev.holdfast.client.home;

import dev.holdfast.archive.seal.Identity;
import dev.holdfast.kernel.DeviceId;
import dev.holdfast.kernel.SecretBytes;
import dev.holdfast.kernel.SigningKey;
import dev.holdfast.kernel.device.Device;
import java.security.SecureRandom;

/// The private halves of an enrolled device; wiped on close.
///
/// @param signing signs its requests and manifests
/// @param sealing seed of its X-Wing key, 32 bytes
public record DeviceKeys(SigningKey signing, SecretBytes sealing) implements AutoCloseable {
  /// New keys.
  public static DeviceKeys random(SecureRandom random) {
    var seed = new byte[32];
    random.nextBytes(seed);
    return new DeviceKeys(SigningKey.random(random), new SecretBytes(seed));
  }

  /// The device's name.
  public DeviceId id() {
    return DeviceId.of(signing.verifyKey());
  }

  /// What others may know of it.
  public Device publicHalf() {
    try (var identity = identity()) {
      return new Device(signing.verifyKey(), identity.publicKey());
    }
  }

  /// Opens what is sealed to this device; the caller closes it.
  public Identity identity() {
    return new Identity(sealing.copy());
  }

  @Override
  public void close() {
    signing.close();
    sealing.close();
  }
}
