package dev.holdfast.kernel;

import java.util.HexFormat;
import java.util.regex.Pattern;

/// Names one release request: the first 16 bytes of SHA-256 of its statement (docs/protocol.md,
/// section 6).
///
/// @param hex 32 lower-case hex digits
public record RequestId(String hex) implements Comparable<RequestId> {
  /// Length of the raw form in bytes.
  public static final int BYTES = 16;

  private static final Pattern SHAPE = Pattern.compile("[0-9a-f]{32}");

  /// @throws IllegalArgumentException if `hex` has another shape
  public RequestId {
    if (!SHAPE.matcher(hex).matches())
      throw new IllegalArgumentException("not a request id: expected 32 hex digits");
  }

  /// @param raw exactly [#BYTES] bytes, copied
  public static RequestId of(byte[] raw) {
    return new RequestId(HexFormat.of().formatHex(raw));
  }

  /// A fresh array with the raw form.
  public byte[] raw() {
    return HexFormat.of().parseHex(hex);
  }

  @Override
  public int compareTo(RequestId other) {
    return hex.compareTo(other.hex);
  }

  @Override
  public String toString() {
    return hex;
  }
}
