package dev.holdfast.vault;

import java.util.Base64;
import java.util.HexFormat;

/// Binary values as JSON holds them (docs/protocol.md, beginning): lower-case hexadecimal up to 64
/// bytes, base64 beyond.
public final class Encoded {
  private static final HexFormat HEX = HexFormat.of();

  private Encoded() {}

  /// A signature of 64 bytes.
  ///
  /// @throws RefusedException `bad-request` for anything but 128 lower-case hex digits
  public static byte[] signature(String hex) {
    if (hex.length() != 128) throw malformed("a signature of 128 hex digits");
    try {
      return HEX.parseHex(hex);
    } catch (IllegalArgumentException e) {
      throw malformed("a signature of 128 hex digits");
    }
  }

  /// Bytes of any length.
  ///
  /// @throws RefusedException `bad-request` if it is not base64
  public static byte[] base64(String text) {
    try {
      return Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      throw malformed("a value in base64");
    }
  }

  /// The base64 form.
  public static String base64(byte[] raw) {
    return Base64.getEncoder().encodeToString(raw);
  }

  /// The hexadecimal form.
  public static String hex(byte[] raw) {
    return HEX.formatHex(raw);
  }

  private static RefusedException malformed(String expected) {
    return new RefusedException(Refusal.BAD_REQUEST, "expected " + expected);
  }
}
