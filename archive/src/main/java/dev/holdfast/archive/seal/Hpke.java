package dev.holdfast.archive.seal;

import dev.holdfast.archive.ArchiveException;
import dev.holdfast.kernel.SecretBytes;
import dev.holdfast.kernel.device.SealingKey;
import java.util.Arrays;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.hpke.HPKE;
import org.bouncycastle.crypto.hpke.HPKEContext;

/// HPKE (RFC 9180) in the one suite of docs/protocol.md, section 1: base mode, X-Wing, HKDF-SHA256,
/// ChaCha20-Poly1305, empty AAD. A sealed value is encapsulation, then ciphertext.
public final class Hpke {
  /// Length of the encapsulation in bytes.
  public static final int ENCAPSULATION_BYTES = 1120;

  private static final byte[] NO_AAD = {};

  private Hpke() {}

  /// One for each call: the library's object is not safe for several threads.
  private static HPKE suite() {
    return new HPKE(HPKE.mode_base, HPKE.kem_X_WING, HPKE.kdf_HKDF_SHA256,
        HPKE.aead_CHACHA20_POLY1305);
  }

  /// Seals for the holder of `key`'s seed.
  ///
  /// @param info binds the purpose; the opener names the same
  /// @return a fresh array of 1120 bytes and the plaintext's length and 16 more
  public static byte[] seal(SealingKey key, byte[] info, byte[] plaintext) {
    try {
      var suite = suite();
      var context = suite.setupBaseS(suite.deserializePublicKey(key.raw()), info);
      var ciphertext = context.seal(NO_AAD, plaintext);
      var encapsulation = context.getEncapsulation();
      var sealed = Arrays.copyOf(encapsulation, encapsulation.length + ciphertext.length);
      System.arraycopy(ciphertext, 0, sealed, encapsulation.length, ciphertext.length);
      return sealed;
    } catch (InvalidCipherTextException e) {
      throw new IllegalStateException("sealing takes any input", e);
    }
  }

  /// Opens what [#seal] made.
  ///
  /// @throws ArchiveException of kind DAMAGED for another key, another info, or any change
  public static byte[] open(Identity identity, byte[] info, byte[] sealed) {
    try {
      return openStrictly(identity, info, sealed);
    } catch (MalformedEncapsulationException e) {
      throw refused();
    }
  }

  /// The same, telling an encapsulation that nobody could open from one for somebody else.
  static byte[] openStrictly(Identity identity, byte[] info, byte[] sealed) {
    if (sealed.length < ENCAPSULATION_BYTES) throw new MalformedEncapsulationException();
    var encapsulation = Arrays.copyOf(sealed, ENCAPSULATION_BYTES);
    var ciphertext = Arrays.copyOfRange(sealed, ENCAPSULATION_BYTES, sealed.length);
    var context = identity.lend(raw -> receiver(raw, info, encapsulation));
    try {
      return context.open(NO_AAD, ciphertext);
    } catch (InvalidCipherTextException e) {
      throw refused();
    }
  }

  private static HPKEContext receiver(byte[] seed, byte[] info, byte[] encapsulation) {
    try {
      return suite().setupBaseR(encapsulation, keyPair(seed), info);
    } catch (IllegalStateException | IllegalArgumentException e) {
      throw new MalformedEncapsulationException();
    }
  }

  /// The same, as a secret.
  public static SecretBytes openSecret(Identity identity, byte[] info, byte[] sealed) {
    return new SecretBytes(open(identity, info, sealed));
  }

  static SealingKey publicKey(byte[] seed) {
    return SealingKey.of(suite().serializePublicKey(keyPair(seed).getPublic()));
  }

  private static AsymmetricCipherKeyPair keyPair(byte[] seed) {
    return suite().deserializePrivateKey(seed, null);
  }

  /// The encapsulation itself is impossible, such as a point of low order; nobody's key opens it.
  static final class MalformedEncapsulationException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    MalformedEncapsulationException() {
      super("malformed encapsulation");
    }
  }

  private static ArchiveException refused() {
    return new ArchiveException(ArchiveException.Kind.DAMAGED,
        "a sealed value does not open with this key",
        "check that the key belongs to this vault and epoch; if it does, the value was changed");
  }
}
