package dev.holdfast.kernel;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/// A SHA-256 value.
///
/// @param hex 64 lower-case hex digits
public record Sha256(String hex) implements Comparable<Sha256> {
  /// Length of the raw form in bytes.
  public static final int BYTES = 32;

  private static final Pattern SHAPE = Pattern.compile("[0-9a-f]{64}");

  /// @throws IllegalArgumentException if `hex` has another shape
  public Sha256 {
    if (!SHAPE.matcher(hex).matches())
      throw new IllegalArgumentException("not a SHA-256 value: expected 64 hex digits");
  }

  /// @param raw exactly [#BYTES] bytes, copied
  public static Sha256 of(byte[] raw) {
    return new Sha256(HexFormat.of().formatHex(raw));
  }

  /// Thirty-two zero bytes: "there is none" in canonical forms.
  public static final Sha256 NONE = new Sha256("0".repeat(64));

  /// The hash of the parts, one after the other.
  public static Sha256 over(byte[]... parts) {
    var digest = digest();
    for (var part : parts)
      digest.update(part);
    return of(digest.digest());
  }

  /// The hash of `[from, to)` of an array.
  public static Sha256 over(byte[] array, int from, int to) {
    var digest = digest();
    digest.update(array, from, to - from);
    return of(digest.digest());
  }

  /// A new SHA-256 state.
  public static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /// A fresh array with the raw form.
  public byte[] raw() {
    return HexFormat.of().parseHex(hex);
  }

  @Override
  public int compareTo(Sha256 other) {
    return hex.compareTo(other.hex);
  }

  @Override
  public String toString() {
    return hex;
  }
}
