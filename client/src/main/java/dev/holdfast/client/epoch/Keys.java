package dev.holdfast.client.epoch;

import dev.holdfast.client.ClientException;
import dev.holdfast.client.ClientException.Kind;
import dev.holdfast.kernel.SecretBytes;
import dev.holdfast.kernel.Sha256;
import dev.holdfast.kernel.SigningKey;
import dev.holdfast.kernel.VaultId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// The key schedule of docs/protocol.md, section 3: pure functions from secrets to secrets. Callers
/// close what they get.
public final class Keys {
  /// Length of every secret in bytes.
  public static final int BYTES = 32;

  private static final byte[] ZERO_NONCE = new byte[12];

  private Keys() {}

  /// A new secret.
  public static SecretBytes random(SecureRandom random) {
    var raw = new byte[BYTES];
    random.nextBytes(raw);
    return new SecretBytes(raw);
  }

  /// The public tag of a recovery code; finds its vault.
  public static Sha256 tag(SecretBytes code) {
    try (var derived = derive(code, Label.of("holdfast/v1/tag"))) {
      return derived.lend(Sha256::of);
    }
  }

  /// Proves the recovery code.
  public static SigningKey codeKey(SecretBytes code) {
    return signing(code, "holdfast/v1/code-key");
  }

  /// Proves the factor.
  public static SigningKey factorKey(SecretBytes factor) {
    return signing(factor, "holdfast/v1/factor-key");
  }

  /// Proves that the vault was opened.
  public static SigningKey openingKey(SecretBytes identity) {
    return signing(identity, "holdfast/v1/opening-key");
  }

  /// Signs the calls of a device that joins by invitation.
  public static SigningKey joinKey(SecretBytes invitation) {
    return signing(invitation, "holdfast/v1/join-key");
  }

  /// Seals what an invitation's mailbox holds.
  public static SecretBytes joinSeal(SecretBytes invitation) {
    return derive(invitation, Label.of("holdfast/v1/join"));
  }

  /// The hash of a server's share that stands in the policy.
  ///
  /// @param index of the server, from 1
  public static Sha256 shareHash(int epoch, int index, SecretBytes share) {
    return share.lend(raw -> Sha256.over("share".getBytes(StandardCharsets.US_ASCII),
        ByteBuffer.allocate(4).putInt(epoch).array(), new byte[]{(byte) index}, raw));
  }

  /// KEK: the wrap key and the commitment, from all three inputs.
  static Kek kek(Sha256 policy, VaultId vault, int epoch, SecretBytes code, SecretBytes factor,
      SecretBytes share) {
    var salt = Sha256.over(policy.raw(), vault.raw(), ByteBuffer.allocate(4).putInt(epoch).array());
    var inputs = new byte[3 * BYTES];
    place(code, inputs, 0);
    place(factor, inputs, 1);
    place(share, inputs, 2);
    var both = hkdf(salt.raw(), inputs, Label.of("holdfast/v1/kek"), 2 * BYTES);
    Arrays.fill(inputs, (byte) 0);
    var kek = new Kek(new SecretBytes(Arrays.copyOf(both, BYTES)),
        Sha256.of(Arrays.copyOfRange(both, BYTES, 2 * BYTES)));
    Arrays.fill(both, (byte) 0);
    return kek;
  }

  /// The key that wraps F for the unlock secret.
  static SecretBytes unlockKey(SecretBytes unlock, VaultId vault, int epoch) {
    return derive(unlock, Label.unlock(vault, epoch));
  }

  /// AES-256-GCM with a zero nonce: for keys that are used once.
  public static byte[] wrapOnce(SecretBytes key, SecretBytes secret) {
    return secret.lend(raw -> gcm(Cipher.ENCRYPT_MODE, key, ZERO_NONCE, raw));
  }

  /// Opens what [#wrapOnce] made.
  ///
  /// @throws ClientException DAMAGED if it does not open
  public static SecretBytes unwrap(SecretBytes key, byte[] wrapped) {
    return new SecretBytes(gcm(Cipher.DECRYPT_MODE, key, ZERO_NONCE, wrapped));
  }

  /// AES-256-GCM behind a random nonce: for keys that may be used again.
  public static byte[] wrap(SecretBytes key, SecretBytes secret, SecureRandom random) {
    var nonce = new byte[ZERO_NONCE.length];
    random.nextBytes(nonce);
    var sealed = secret.lend(raw -> gcm(Cipher.ENCRYPT_MODE, key, nonce, raw));
    var both = Arrays.copyOf(nonce, nonce.length + sealed.length);
    System.arraycopy(sealed, 0, both, nonce.length, sealed.length);
    return both;
  }

  /// Opens what [#wrap] made.
  ///
  /// @throws ClientException DAMAGED if it does not open
  public static SecretBytes unwrapWithNonce(SecretBytes key, byte[] wrapped) {
    if (wrapped.length < ZERO_NONCE.length) throw doesNotOpen();
    var nonce = Arrays.copyOf(wrapped, ZERO_NONCE.length);
    var sealed = Arrays.copyOfRange(wrapped, ZERO_NONCE.length, wrapped.length);
    return new SecretBytes(gcm(Cipher.DECRYPT_MODE, key, nonce, sealed));
  }

  /// One-time pad.
  public static SecretBytes xor(SecretBytes one, SecretBytes other) {
    return one.lend(a -> other.lend(b -> {
      if (a.length != b.length) throw new IllegalArgumentException("a pad is as long as its text");
      var mixed = new byte[a.length];
      for (int i = 0; i < a.length; i++)
        mixed[i] = (byte) (a[i] ^ b[i]);
      return new SecretBytes(mixed);
    }));
  }

  private static SigningKey signing(SecretBytes secret, String label) {
    return new SigningKey(derive(secret, Label.of(label)));
  }

  private static SecretBytes derive(SecretBytes secret, byte[] info) {
    return secret.lend(raw -> new SecretBytes(hkdf(new byte[0], raw, info, BYTES)));
  }

  private static void place(SecretBytes secret, byte[] target, int slot) {
    if (secret.length() != BYTES) throw new IllegalArgumentException("a secret has 32 bytes");
    secret.lendTo(raw -> System.arraycopy(raw, 0, target, slot * BYTES, BYTES));
  }

  private static byte[] hkdf(byte[] salt, byte[] input, byte[] info, int length) {
    try {
      var extract = HKDFParameterSpec.ofExtract().addIKM(input);
      if (salt.length > 0) extract.addSalt(salt);
      return KDF.getInstance("HKDF-SHA256").deriveData(extract.thenExpand(info, length));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java platform has no HKDF-SHA256", e);
    }
  }

  private static byte[] gcm(int mode, SecretBytes key, byte[] nonce, byte[] input) {
    return key.lend(raw -> {
      try {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(raw, "AES"), new GCMParameterSpec(128, nonce));
        return cipher.doFinal(input);
      } catch (GeneralSecurityException e) {
        throw doesNotOpen();
      }
    });
  }

  private static ClientException doesNotOpen() {
    return new ClientException(Kind.DAMAGED, "a wrapped key does not open",
        "check that the secret belongs to this vault; if it does, the key was changed");
  }
}
