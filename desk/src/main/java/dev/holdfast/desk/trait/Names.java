package dev.holdfast.desk.trait;

import java.util.Locale;

/// Names shown, and how they are built.
final class Names {
  private Names() {}

  /// Without what counts up: digits become zeros, spaces single.
  static String normal(String name) {
    return name.strip().replaceAll("\\s+", " ").replaceAll("\\d+", "0").toLowerCase(Locale.ROOT);
  }

  /// `Aa Aa 0000`: letters by case, digits by count, signs as they are.
  static String shape(String name) {
    var shape = new StringBuilder();
    for (var c : name.strip().codePoints().toArray()) {
      var sign = Character.isUpperCase(c)
          ? "A"
          : Character.isLetter(c) ? "a" : Character.isDigit(c) ? "0" : Character.toString(c);
      var repeated = sign.equals("a") && shape.toString().endsWith("a");
      if (!repeated) shape.append(sign);
    }
    return shape.toString();
  }
}
