package dev.holdfast.kernel.device;

import java.util.Base64;

/// An X-Wing public key (KEM 0x647A), to which HPKE seals.
///
/// @param base64 the 1216 raw bytes, standard alphabet with padding
public record SealingKey(String base64) {
  /// Length of the raw form in bytes.
  public static final int BYTES = 1216;

  /// @throws IllegalArgumentException if it is not the encoding of 1216 bytes
  public SealingKey {
    if (Base64.getDecoder().decode(base64).length != BYTES)
      throw new IllegalArgumentException("not a sealing key: expected 1216 bytes");
  }

  /// @param raw exactly 1216 bytes, copied
  public static SealingKey of(byte[] raw) {
    return new SealingKey(Base64.getEncoder().encodeToString(raw));
  }

  /// A fresh array with the raw form.
  public byte[] raw() {
    return Base64.getDecoder().decode(base64);
  }

  @Override
  public String toString() {
    return "SealingKey";
  }
}
