package dev.holdfast.guard.train;

import java.util.Locale;

/// Which part of the data is held out.
enum Splits {
  /// Every fold holds out whole lure families; negatives and messages by near-duplicate group.
  FAMILY,
  /// Every fold holds out whole languages.
  LANGUAGE,
  /// Every fold holds out items by near-duplicate group.
  ITEM;

  static final int FOLDS = 4;

  /// The name on the command line.
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  int foldOf(Item item) {
    if (item.isHam()) return fold(item.group());
    return switch (this) {
      case FAMILY -> fold(item.isLure() ? item.group() : opening(item));
      case LANGUAGE -> fold(item.language().replaceFirst("-.*", ""));
      case ITEM -> fold(opening(item));
    };
  }

  private static String opening(Item item) {
    return Near.groupOf(item.conversation().turns().get(0).text());
  }

  private static int fold(String name) {
    return Math.floorMod((name.hashCode() * 0x9E3779B1) >>> 7, FOLDS);
  }
}
