package dev.holdfast.kernel.warning;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Pattern;

/// Names one warning; drawn by chance, never used again.
///
/// @param hex 32 lower-case hex digits
public record WarningId(String hex) implements Comparable<WarningId> {
  /// Length of the raw form in bytes.
  public static final int BYTES = 16;

  private static final Pattern SHAPE = Pattern.compile("[0-9a-f]{32}");

  /// @throws IllegalArgumentException if `hex` has another shape
  public WarningId {
    if (!SHAPE.matcher(hex).matches())
      throw new IllegalArgumentException("not a warning's id: expected 32 hex digits");
  }

  /// @param raw exactly [#BYTES] bytes, copied
  public static WarningId of(byte[] raw) {
    return new WarningId(HexFormat.of().formatHex(raw));
  }

  /// A new name.
  public static WarningId random(SecureRandom random) {
    var raw = new byte[BYTES];
    random.nextBytes(raw);
    return of(raw);
  }

  /// A fresh array with the raw form.
  public byte[] raw() {
    return HexFormat.of().parseHex(hex);
  }

  @Override
  public int compareTo(WarningId other) {
    return hex.compareTo(other.hex);
  }

  @Override
  public String toString() {
    return hex;
  }
}
