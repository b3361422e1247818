package dev.holdfast.archive.signal;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.Mac;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// The JDK's primitives as Signal uses them. Every JDK 25 has all of them, so their absence is
/// a bug.
final class Primitives {
  static final int IV_BYTES = 16;
  static final int MAC_BYTES = 32;

  private Primitives() {}

  /// HKDF-SHA256, extract with `salt` (empty stands for 32 zero bytes) and expand.
  static byte[] hkdf(byte[] secret, byte[] salt, byte[] info, int length) {
    try {
      var extract = HKDFParameterSpec.ofExtract().addIKM(secret);
      if (salt.length > 0) extract.addSalt(salt);
      return KDF.getInstance("HKDF-SHA256").deriveData(extract.thenExpand(info, length));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this JDK lacks HKDF-SHA256", e);
    }
  }

  static Mac hmacSha256(byte[] keys, int from, int length) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(keys, from, length, "HmacSHA256"));
      return mac;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this JDK lacks HmacSHA256", e);
    }
  }

  /// AES-256-CBC with PKCS#7 padding.
  ///
  /// @param mode `Cipher.ENCRYPT_MODE` or `Cipher.DECRYPT_MODE`
  /// @param keys holds the 32 key bytes at `from`
  static Cipher aesCbc(int mode, byte[] keys, int from, byte[] iv) {
    return aes("AES/CBC/PKCS5Padding", mode, keys, from, iv);
  }

  /// AES-256-CTR, `counterBlock` being the first of the 16-byte blocks.
  static Cipher aesCtr(byte[] keys, int from, byte[] counterBlock) {
    return aes("AES/CTR/NoPadding", Cipher.ENCRYPT_MODE, keys, from, counterBlock);
  }

  private static Cipher aes(String name, int mode, byte[] keys, int from, byte[] iv) {
    try {
      var cipher = Cipher.getInstance(name);
      cipher.init(mode, new SecretKeySpec(keys, from, 32, "AES"), new IvParameterSpec(iv));
      return cipher;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this JDK lacks " + name, e);
    }
  }

  static MessageDigest sha256() {
    return digest("SHA-256");
  }

  static MessageDigest sha512() {
    return digest("SHA-512");
  }

  private static MessageDigest digest(String name) {
    try {
      return MessageDigest.getInstance(name);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this JDK lacks " + name, e);
    }
  }

  static byte[] join(byte[] first, byte[] second) {
    var joined = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, joined, first.length, second.length);
    return joined;
  }
}
