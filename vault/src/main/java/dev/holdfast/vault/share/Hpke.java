package dev.holdfast.vault.share;

import dev.holdfast.kernel.SecretBytes;
import dev.holdfast.kernel.device.SealingKey;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.hpke.HPKE;

/// HPKE in the one suite of docs/protocol.md, section 1: a sealed value is encapsulation
/// ‖ ciphertext.
public final class Hpke {
  private static final int ENCAPSULATION_BYTES = 1120;
  private static final byte[] NO_AAD = {};

  private Hpke() {}

  /// The public half of an X-Wing seed of 32 bytes.
  public static SealingKey publicKey(SecretBytes seed) {
    return SealingKey.of(suite().serializePublicKey(pair(seed).getPublic()));
  }

  /// Seals `plaintext`; the caller keeps and wipes it.
  ///
  /// @throws IllegalArgumentException if `to` is no key that can be sealed to
  public static byte[] seal(SealingKey to, byte[] info, byte[] plaintext) {
    try {
      var context = suite().setupBaseS(suite().deserializePublicKey(to.raw()), info);
      var ciphertext = context.seal(NO_AAD, plaintext);
      var encapsulation = context.getEncapsulation();
      var sealed = Arrays.copyOf(encapsulation, encapsulation.length + ciphertext.length);
      System.arraycopy(ciphertext, 0, sealed, encapsulation.length, ciphertext.length);
      return sealed;
    } catch (InvalidCipherTextException e) {
      throw new IllegalArgumentException("expected a sealing key", e);
    }
  }

  /// Opens what was sealed to the seed's public half; empty if it does not open.
  public static Optional<SecretBytes> open(SecretBytes seed, byte[] info, byte[] sealed) {
    if (sealed.length < ENCAPSULATION_BYTES) return Optional.empty();
    try {
      var encapsulation = Arrays.copyOf(sealed, ENCAPSULATION_BYTES);
      var ciphertext = Arrays.copyOfRange(sealed, ENCAPSULATION_BYTES, sealed.length);
      var context = suite().setupBaseR(encapsulation, pair(seed), info);
      return Optional.of(new SecretBytes(context.open(NO_AAD, ciphertext)));
    } catch (InvalidCipherTextException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static AsymmetricCipherKeyPair pair(SecretBytes seed) {
    return seed.lend(raw -> suite().deserializePrivateKey(raw.clone(), null));
  }

  private static HPKE suite() {
    return new HPKE(HPKE.mode_base, HPKE.kem_X_WING, HPKE.kdf_HKDF_SHA256,
        HPKE.aead_CHACHA20_POLY1305);
  }
}
