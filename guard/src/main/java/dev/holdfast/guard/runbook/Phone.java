package dev.holdfast.guard.runbook;

import java.util.Locale;

/// What phone it happened on.
public enum Phone {
  /// Android.
  ANDROID,
  /// iPhone.
  IOS,
  /// Another, or not known: nothing is left out.
  OTHER;

  /// The word in commands and files.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// By its word; what is not known is [#OTHER].
  public static Phone of(String word) {
    for (var phone : values())
      if (phone.word().equals(word.strip().toLowerCase(Locale.ROOT))) return phone;
    return OTHER;
  }
}
