package dev.holdfast.kernel;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.HexFormat;
import java.util.regex.Pattern;

/// An Ed25519 public key (RFC 8032).
///
/// @param hex 64 lower-case hex digits: the 32 raw bytes
public record VerifyKey(String hex) {
  /// Length of a signature in bytes.
  public static final int SIGNATURE_BYTES = 64;

  static final byte[] X509_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");
  private static final Pattern SHAPE = Pattern.compile("[0-9a-f]{64}");

  /// @throws IllegalArgumentException if `hex` has another shape
  public VerifyKey {
    if (!SHAPE.matcher(hex).matches())
      throw new IllegalArgumentException("not an Ed25519 public key: expected 64 hex digits");
  }

  /// @param raw exactly 32 bytes, copied
  public static VerifyKey of(byte[] raw) {
    return new VerifyKey(HexFormat.of().formatHex(raw));
  }

  /// A fresh array with the raw form.
  public byte[] raw() {
    return HexFormat.of().parseHex(hex);
  }

  /// True if `signature` is this key's over exactly `message`; false for anything else, including
  /// malformed keys and signatures.
  public boolean accepts(byte[] message, byte[] signature) {
    try {
      var check = Signature.getInstance("Ed25519");
      check.initVerify(key());
      check.update(message);
      return check.verify(signature);
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  private PublicKey key() throws GeneralSecurityException {
    var encoded = new byte[X509_PREFIX.length + 32];
    System.arraycopy(X509_PREFIX, 0, encoded, 0, X509_PREFIX.length);
    System.arraycopy(raw(), 0, encoded, X509_PREFIX.length, 32);
    return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
  }

  @Override
  public String toString() {
    return hex;
  }
}
