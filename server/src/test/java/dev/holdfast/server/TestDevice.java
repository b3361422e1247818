package dev.holdfast.server;

import dev.holdfast.kernel.DeviceId;
import dev.holdfast.kernel.SecretBytes;
import dev.holdfast.kernel.SigningKey;
import dev.holdfast.kernel.device.Device;
import dev.holdfast.vault.share.Hpke;
import java.security.SecureRandom;

/// A device with its keys.
record TestDevice(String name, SigningKey signing, SecretBytes sealing) {
  private static final SecureRandom RANDOM = new SecureRandom();

  static TestDevice named(String name) {
    return new TestDevice(name, SigningKey.random(RANDOM), secret());
  }

  static SecretBytes secret() {
    var raw = new byte[32];
    RANDOM.nextBytes(raw);
    return new SecretBytes(raw);
  }

  Device device() {
    return new Device(signing.verifyKey(), Hpke.publicKey(sealing));
  }

  DeviceId id() {
    return device().id();
  }
}
