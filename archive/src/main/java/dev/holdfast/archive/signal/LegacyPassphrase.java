package dev.holdfast.archive.signal;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;
import java.util.function.Function;

/// The 30 digits that open a legacy backup. Never printed, wiped on close.
///
/// Source: docs/format.md, section 15.
public final class LegacyPassphrase implements AutoCloseable {
  private static final int DIGITS = 30;
  private static final int ROUNDS = 250_000;
  private final byte[] digits;

  private LegacyPassphrase(byte[] owned) {
    digits = owned;
  }

  /// Reads the digits as typed; white space between them is dropped.
  ///
  /// @throws IllegalArgumentException if that leaves anything but 30 digits; quotes nothing
  public static LegacyPassphrase parse(CharSequence typed) {
    var digits = new byte[DIGITS];
    int count = 0;
    for (int i = 0; i < typed.length(); i++) {
      char letter = typed.charAt(i);
      if (Character.isWhitespace(letter)) continue;
      boolean fits = letter >= '0' && letter <= '9' && count < DIGITS;
      if (!fits) throw notThirty(digits);
      digits[count++] = (byte) letter;
    }
    if (count != DIGITS) throw notThirty(digits);
    return new LegacyPassphrase(digits);
  }

  private static IllegalArgumentException notThirty(byte[] digits) {
    Arrays.fill(digits, (byte) 0);
    return new IllegalArgumentException("the passphrase of this backup has 30 digits");
  }

  /// Lends the 30 digits in ASCII for one call; `use` must not keep or change them.
  public <T> T lend(Function<byte[], T> use) {
    return use.apply(digits);
  }

  /// Cipher key, then check key: 64 bytes, the caller's to wipe. Slow on purpose.
  byte[] keys(byte[] salt) {
    var digest = Primitives.sha512();
    digest.update(salt);
    var hash = digits.clone();
    for (int i = 0; i < ROUNDS; i++) {
      digest.update(hash);
      hash = digest.digest(digits);
    }
    return Primitives.hkdf(Arrays.copyOf(hash, 32), new byte[0], "Backup Export".getBytes(US_ASCII),
        64);
  }

  @Override
  public String toString() {
    return "LegacyPassphrase(hidden)";
  }

  @Override
  public void close() {
    Arrays.fill(digits, (byte) 0);
  }
}
