package dev.holdfast.client.server;

import dev.holdfast.kernel.RequestId;
import dev.holdfast.kernel.SigningKey;
import dev.holdfast.kernel.DeviceId;

/// Who signs a call.
///
/// @param keyId a device id, a request id, or the beginning of an invitation's name
/// @param key lent
/// @param device true if it is an enrolled device, whose memory of the server's counter counts
public record Caller(String keyId, SigningKey key, boolean device) {
  /// An enrolled device.
  public static Caller device(DeviceId id, SigningKey key) {
    return new Caller(id.hex(), key, true);
  }

  /// Whoever made a release request.
  public static Caller request(RequestId id, SigningKey key) {
    return new Caller(id.hex(), key, false);
  }
}
