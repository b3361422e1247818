package dev.holdfast.kernel;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Pattern;

/// Names one vault: 16 random bytes, made by the client at set-up.
///
/// @param hex 32 lower-case hex digits
public record VaultId(String hex) implements Comparable<VaultId> {
  /// Length of the raw form in bytes.
  public static final int BYTES = 16;

  private static final Pattern SHAPE = Pattern.compile("[0-9a-f]{32}");

  /// @throws IllegalArgumentException if `hex` has another shape
  public VaultId {
    if (!SHAPE.matcher(hex).matches())
      throw new IllegalArgumentException("not a vault id: expected 32 hex digits");
  }

  /// @param raw exactly [#BYTES] bytes, copied
  public static VaultId of(byte[] raw) {
    return new VaultId(HexFormat.of().formatHex(raw));
  }

  /// A new id.
  public static VaultId random(SecureRandom random) {
    var raw = new byte[BYTES];
    random.nextBytes(raw);
    return of(raw);
  }

  /// A fresh array with the raw form.
  public byte[] raw() {
    return HexFormat.of().parseHex(hex);
  }

  @Override
  public int compareTo(VaultId other) {
    return hex.compareTo(other.hex);
  }

  @Override
  public String toString() {
    return hex;
  }
}
