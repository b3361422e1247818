package dev.holdfast.kernel;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;

/// Names one enrolled device: the first 16 bytes of SHA-256 of its Ed25519 public key.
///
/// @param hex 32 lower-case hex digits
public record DeviceId(String hex) implements Comparable<DeviceId> {
  /// Length of the raw form in bytes.
  public static final int BYTES = 16;

  private static final Pattern SHAPE = Pattern.compile("[0-9a-f]{32}");

  /// @throws IllegalArgumentException if `hex` has another shape
  public DeviceId {
    if (!SHAPE.matcher(hex).matches())
      throw new IllegalArgumentException("not a device id: expected 32 hex digits");
  }

  /// @param raw exactly [#BYTES] bytes, copied
  public static DeviceId of(byte[] raw) {
    return new DeviceId(HexFormat.of().formatHex(raw));
  }

  /// The id that belongs to a device's signing key.
  public static DeviceId of(VerifyKey key) {
    return of(Arrays.copyOf(Sha256.over(key.raw()).raw(), BYTES));
  }

  /// A fresh array with the raw form.
  public byte[] raw() {
    return HexFormat.of().parseHex(hex);
  }

  @Override
  public int compareTo(DeviceId other) {
    return hex.compareTo(other.hex);
  }

  @Override
  public String toString() {
    return hex;
  }
}
