package dev.holdfast.kernel.wire;

import dev.holdfast.kernel.SigningKey;
import dev.holdfast.kernel.VerifyKey;
import dev.holdfast.kernel.device.SealingKey;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/// Answer of `GET /v1/server`.
///
/// @param version of the server program
/// @param key Ed25519 identity, 64 hex digits
/// @param sealingKey X-Wing public key, base64: release shares are sealed to it
/// @param sealingKeySignature by `key` over `holdfast/v1/sealing-key\n` ‖ the sealing key, hex
/// @param now milliseconds since 1970
/// @param startedAt milliseconds since 1970; signatures made before it are refused
/// @param loopback true if it listens on the loopback address only: enrolment is open
/// @param waitFloorSeconds the shortest wait a policy may ask for
/// @param waitSeconds the wait it suggests
/// @param lockSeconds how long a veto locks
public record ServerInfo(String version, String key, String sealingKey,
    String sealingKeySignature, long now, long startedAt, boolean loopback, long waitFloorSeconds,
    long waitSeconds, long lockSeconds) {
  private static final byte[] DOMAIN = "holdfast/v1/sealing-key\n"
      .getBytes(StandardCharsets.US_ASCII);

  /// Signs a sealing key, for `sealingKeySignature`.
  public static String signature(SigningKey identity, SealingKey sealingKey) {
    return HexFormat.of().formatHex(identity.sign(signed(sealingKey)));
  }

  /// True if `key` has signed the sealing key; false if anything is missing or malformed.
  public boolean vouchesForSealingKey() {
    try {
      return new VerifyKey(String.valueOf(key))
          .accepts(signed(new SealingKey(String.valueOf(sealingKey))),
              HexFormat.of().parseHex(String.valueOf(sealingKeySignature)));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static byte[] signed(SealingKey sealingKey) {
    var bytes = new ByteArrayOutputStream();
    bytes.writeBytes(DOMAIN);
    bytes.writeBytes(sealingKey.raw());
    return bytes.toByteArray();
  }
}
