package dev.holdfast.kernel.code;

/// Recognises the shape of Signal's recovery key, so that it can be refused where it must never be
/// typed. Signal itself reads `#` as O and `=` as 0 and drops everything that is no letter or digit.
public final class SignalKeyShape {
  private static final int LENGTH = 64;

  private SignalKeyShape() {}

  /// True if Signal would read `text` as a recovery key, unless it is made of hexadecimal digits
  /// only (a hash; a random key is that with a chance of 3e-23).
  public static boolean matches(CharSequence text) {
    int count = 0;
    boolean hexadecimal = true;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '=') c = '0';
      if (c == '#') c = 'o';
      if (!isLetterOrDigit(c)) continue;
      if (++count > LENGTH) return false;
      hexadecimal &= Character.digit(c, 16) >= 0;
    }
    return count == LENGTH && !hexadecimal;
  }

  private static boolean isLetterOrDigit(char c) {
    return c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
  }
}
