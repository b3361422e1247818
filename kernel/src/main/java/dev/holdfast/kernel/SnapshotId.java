package dev.holdfast.kernel;

import java.util.HexFormat;
import java.util.regex.Pattern;

/// Names one snapshot: SHA-256 of the outer part of its manifest. It says nothing about what is
/// inside.
///
/// @param hex 64 lower-case hex digits
public record SnapshotId(String hex) implements Comparable<SnapshotId> {
  /// Length of the raw form in bytes.
  public static final int BYTES = 32;

  private static final Pattern SHAPE = Pattern.compile("[0-9a-f]{64}");

  /// @throws IllegalArgumentException if `hex` has another shape
  public SnapshotId {
    if (!SHAPE.matcher(hex).matches())
      throw new IllegalArgumentException("not a snapshot id: expected 64 hex digits");
  }

  /// @param raw exactly [#BYTES] bytes, copied
  public static SnapshotId of(byte[] raw) {
    return new SnapshotId(HexFormat.of().formatHex(raw));
  }

  /// A fresh array with the raw form.
  public byte[] raw() {
    return HexFormat.of().parseHex(hex);
  }

  @Override
  public int compareTo(SnapshotId other) {
    return hex.compareTo(other.hex);
  }

  @Override
  public String toString() {
    return hex;
  }
}
