package dev.holdfast.kernel.warning;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Pattern;

/// Keys the prints of one warning's templates, so that no table of prints serves two warnings. It
/// is public.
///
/// @param hex 32 lower-case hex digits
public record Salt(String hex) {
  /// Length of the raw form in bytes.
  public static final int BYTES = 16;

  private static final Pattern SHAPE = Pattern.compile("[0-9a-f]{32}");

  /// @throws IllegalArgumentException if `hex` has another shape
  public Salt {
    if (!SHAPE.matcher(hex).matches())
      throw new IllegalArgumentException("not a salt: expected 32 hex digits");
  }

  /// @param raw exactly [#BYTES] bytes, copied
  public static Salt of(byte[] raw) {
    return new Salt(HexFormat.of().formatHex(raw));
  }

  /// A new salt.
  public static Salt random(SecureRandom random) {
    var raw = new byte[BYTES];
    random.nextBytes(raw);
    return of(raw);
  }

  /// A fresh array with the raw form.
  public byte[] raw() {
    return HexFormat.of().parseHex(hex);
  }
}
