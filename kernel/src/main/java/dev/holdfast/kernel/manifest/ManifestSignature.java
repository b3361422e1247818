package dev.holdfast.kernel.manifest;

import dev.holdfast.kernel.SigningKey;
import dev.holdfast.kernel.VerifyKey;
import java.nio.charset.StandardCharsets;

/// A device's signature over a whole manifest: the outer part names the inner one by hash, so one
/// signature covers both (docs/format.md, section 7).
public final class ManifestSignature {
  private static final byte[] DOMAIN = "holdfast/v1/manifest\n".getBytes(StandardCharsets.US_ASCII);

  private ManifestSignature() {}

  /// Sixty-four bytes over the outer part.
  public static byte[] sign(SigningKey key, byte[] outer) {
    return key.sign(message(outer));
  }

  /// True if `signature` is the device's over this outer part.
  public static boolean accepts(VerifyKey key, byte[] outer, byte[] signature) {
    return key.accepts(message(outer), signature);
  }

  private static byte[] message(byte[] outer) {
    var message = new byte[DOMAIN.length + outer.length];
    System.arraycopy(DOMAIN, 0, message, 0, DOMAIN.length);
    System.arraycopy(outer, 0, message, DOMAIN.length, outer.length);
    return message;
  }
}
