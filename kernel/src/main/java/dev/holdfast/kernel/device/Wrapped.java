package dev.holdfast.kernel.device;

import java.util.Base64;

/// Bytes that are encrypted for somebody; safe to store and to send.
///
/// @param base64 standard alphabet with padding
public record Wrapped(String base64) {
  /// @throws IllegalArgumentException if it is not base64
  public Wrapped { Base64.getDecoder().decode(base64); }

  /// @param raw copied
  public static Wrapped of(byte[] raw) {
    return new Wrapped(Base64.getEncoder().encodeToString(raw));
  }

  /// A fresh array with the raw form.
  public byte[] raw() {
    return Base64.getDecoder().decode(base64);
  }

  @Override
  public String toString() {
    return "Wrapped(" + raw().length + ")";
  }
}
