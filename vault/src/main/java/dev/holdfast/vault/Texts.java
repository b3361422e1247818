package dev.holdfast.vault;

/// Names and descriptions that people chose, to be shown to other people.
public final class Texts {
  private Texts() {}

  /// The text without control and format characters, which could play tricks on a terminal.
  public static String clean(String text) {
    var kept = new StringBuilder();
    text.codePoints().filter(Texts::harmless).forEach(kept::appendCodePoint);
    return kept.toString();
  }

  private static boolean harmless(int c) {
    int type = Character.getType(c);
    return type != Character.CONTROL && type != Character.FORMAT && type != Character.SURROGATE
        && type != Character.LINE_SEPARATOR && type != Character.PARAGRAPH_SEPARATOR;
  }
}
