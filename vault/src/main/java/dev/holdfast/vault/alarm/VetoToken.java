package dev.holdfast.vault.alarm;

import java.util.regex.Pattern;

/// The right to veto one request, as a link carries it: 32 bytes in base64url.
///
/// @param text 43 letters
public record VetoToken(String text) {
  private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_-]{43}");

  /// @throws IllegalArgumentException if `text` has another shape
  public VetoToken {
    if (!SHAPE.matcher(text).matches()) throw new IllegalArgumentException("not a veto token");
  }

  @Override
  public String toString() {
    return "VetoToken";
  }
}
