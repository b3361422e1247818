package dev.holdfast.kernel;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;

/// An Ed25519 private key, given by its 32-byte seed (RFC 8032); wiped on close.
public final class SigningKey implements AutoCloseable {
  private static final byte[] PKCS8_PREFIX = HexFormat.of()
      .parseHex("302e020100300506032b657004220420");

  private final SecretBytes seed;
  private final VerifyKey verifyKey;

  /// @param seed 32 bytes; owned by the key from now on, and wiped with it
  public SigningKey(SecretBytes seed) {
    if (seed.length() != 32) throw new IllegalArgumentException("an Ed25519 seed has 32 bytes");
    this.seed = seed;
    verifyKey = seed.lend(SigningKey::publicHalf);
  }

  /// A new key.
  public static SigningKey random(SecureRandom random) {
    var seed = new byte[32];
    random.nextBytes(seed);
    return new SigningKey(new SecretBytes(seed));
  }

  /// The public half.
  public VerifyKey verifyKey() {
    return verifyKey;
  }

  /// A copy of the seed, for keeping; the caller wipes it.
  public SecretBytes seed() {
    return seed.copy();
  }

  /// A signature of 64 bytes over exactly `message`.
  public byte[] sign(byte[] message) {
    return seed.lend(raw -> sign(raw, message));
  }

  private static byte[] sign(byte[] seed, byte[] message) {
    var encoded = Arrays.copyOf(PKCS8_PREFIX, PKCS8_PREFIX.length + 32);
    System.arraycopy(seed, 0, encoded, PKCS8_PREFIX.length, 32);
    try {
      var signature = Signature.getInstance("Ed25519");
      signature.initSign(
          KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(encoded)));
      signature.update(message);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java platform cannot sign with Ed25519", e);
    } finally {
      Arrays.fill(encoded, (byte) 0);
    }
  }

  /// The platform has no call from seed to public key; its generator reads exactly 32 random bytes
  /// as the seed. RFC 8032's vectors hold this in a test.
  private static VerifyKey publicHalf(byte[] seed) {
    try {
      var generator = KeyPairGenerator.getInstance("Ed25519");
      generator.initialize(NamedParameterSpec.ED25519, new FixedRandom(seed));
      var encoded = generator.generateKeyPair().getPublic().getEncoded();
      return VerifyKey.of(Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java platform has no Ed25519", e);
    }
  }

  @Override
  public String toString() {
    return "SigningKey(" + verifyKey.hex() + ")";
  }

  @Override
  public void close() {
    seed.close();
  }

  private static final class FixedRandom extends SecureRandom {
    private final transient byte[] bytes;

    FixedRandom(byte[] bytes) {
      this.bytes = bytes;
    }

    @Override
    public void nextBytes(byte[] target) {
      if (target.length != bytes.length)
        throw new IllegalStateException("expected a read of 32 bytes");
      System.arraycopy(bytes, 0, target, 0, target.length);
    }
  }
}
