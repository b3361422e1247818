package dev.holdfast.desk.sharing;

import java.util.Locale;
import java.util.Optional;

/// Something by which a campaign is known again.
///
/// @param value as it is, not defanged
public record Indicator(Kind kind, String value) {
  private static final int LONGEST = 2_000;

  /// What it is.
  public enum Kind {
    /// A domain name.
    DOMAIN,
    /// An address on the web, or of an app.
    URL,
    /// An e-mail address.
    EMAIL,
    /// A name in a messenger.
    ACCOUNT,
    /// A telephone number with its country.
    PHONE,
    /// SHA-256 of a file.
    SHA256;

    /// The word in files.
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    /// By its word.
    public static Optional<Kind> of(String word) {
      for (var kind : values())
        if (kind.word().equals(word.toLowerCase(Locale.ROOT))) return Optional.of(kind);
      return Optional.empty();
    }
  }

  /// @throws IllegalArgumentException if the value is empty, too long or holds control characters
  public Indicator {
    if (value.isBlank() || value.length() > LONGEST || value.chars().anyMatch(c -> c < ' '))
      throw new IllegalArgumentException(
          "an indicator's value is one line of 1 to 2,000 characters");
  }
}
