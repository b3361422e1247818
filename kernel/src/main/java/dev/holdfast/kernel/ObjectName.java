package dev.holdfast.kernel;

import java.util.HexFormat;
import java.util.regex.Pattern;

/// Names one sealed object of a vault. Keyed by the client (docs/format.md, section 3), so it says
/// nothing about the content.
///
/// @param hex 64 lower-case hex digits
public record ObjectName(String hex) implements Comparable<ObjectName> {
  /// Length of the raw form in bytes.
  public static final int BYTES = 32;

  private static final Pattern SHAPE = Pattern.compile("[0-9a-f]{64}");

  /// @throws IllegalArgumentException if `hex` has another shape
  public ObjectName {
    if (!SHAPE.matcher(hex).matches())
      throw new IllegalArgumentException("not a object name: expected 64 hex digits");
  }

  /// @param raw exactly [#BYTES] bytes, copied
  public static ObjectName of(byte[] raw) {
    return new ObjectName(HexFormat.of().formatHex(raw));
  }

  /// A fresh array with the raw form.
  public byte[] raw() {
    return HexFormat.of().parseHex(hex);
  }

  @Override
  public int compareTo(ObjectName other) {
    return hex.compareTo(other.hex);
  }

  @Override
  public String toString() {
    return hex;
  }
}
