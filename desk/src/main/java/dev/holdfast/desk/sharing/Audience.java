package dev.holdfast.desk.sharing;

import java.util.Locale;
import java.util.Optional;

/// To whom something goes. Nothing marked AMBER+STRICT or RED goes to anybody.
public enum Audience {
  /// Anybody.
  PUBLIC(Tlp.CLEAR),
  /// The community of helplines.
  COMMUNITY(Tlp.GREEN),
  /// Clients of this desk's organisation.
  CLIENTS(Tlp.AMBER);

  private final Tlp narrowest;

  Audience(Tlp narrowest) {
    this.narrowest = narrowest;
  }

  /// Whether it may go there.
  public boolean may(Tlp tlp) {
    return tlp.compareTo(narrowest) <= 0;
  }

  /// The word in commands.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// By its word.
  public static Optional<Audience> of(String word) {
    for (var audience : values())
      if (audience.word().equals(word)) return Optional.of(audience);
    return Optional.empty();
  }
}
