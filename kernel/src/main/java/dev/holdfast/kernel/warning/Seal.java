package dev.holdfast.kernel.warning;

import dev.holdfast.kernel.VerifyKey;
import java.util.HexFormat;
import java.util.regex.Pattern;

/// A desk's Ed25519 signature.
///
/// @param hex 128 lower-case hex digits
public record Seal(String hex) {
  private static final Pattern SHAPE = Pattern.compile("[0-9a-f]{128}");

  /// @throws IllegalArgumentException if `hex` has another shape
  public Seal {
    if (!SHAPE.matcher(hex).matches())
      throw new IllegalArgumentException("not a signature: expected 128 hex digits");
  }

  /// @param raw exactly [VerifyKey#SIGNATURE_BYTES] bytes, copied
  public static Seal of(byte[] raw) {
    return new Seal(HexFormat.of().formatHex(raw));
  }

  /// A fresh array with the raw form.
  public byte[] raw() {
    return HexFormat.of().parseHex(hex);
  }

  /// True if `key` made this over exactly `message`.
  public boolean holds(VerifyKey key, byte[] message) {
    return key.accepts(message, raw());
  }
}
