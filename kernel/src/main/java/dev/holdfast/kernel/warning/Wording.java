package dev.holdfast.kernel.warning;

import java.util.regex.Pattern;

/// What people read, in one language. It is shown exactly as it was signed.
///
/// @param language BCP 47 tag such as `de` or `zh-Hant`
/// @param title one line, at most [#LONGEST_TITLE] characters
/// @param looks what the lure looks like, at most [#LONGEST_TEXT] characters
/// @param todo what to do now, at most [#LONGEST_TEXT] characters
public record Wording(String language, String title, String looks, String todo) {
  /// Characters of a title.
  public static final int LONGEST_TITLE = 120;
  /// Characters of the other texts.
  public static final int LONGEST_TEXT = 1200;

  private static final Pattern LANGUAGE = Pattern
      .compile("[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?");

  /// @throws IllegalArgumentException with a sentence, if a text is empty, too long, or holds
  ///           characters that could disguise it
  public Wording {
    if (!LANGUAGE.matcher(language).matches())
      throw new IllegalArgumentException("a language is named like de, pt-BR or zh-Hant");
    check("title", title, LONGEST_TITLE);
    check("looks", looks, LONGEST_TEXT);
    check("todo", todo, LONGEST_TEXT);
    if (title.indexOf('\n') >= 0) throw new IllegalArgumentException("a title is one line");
  }

  private static void check(String name, String text, int longest) {
    if (text.isBlank() || !text.equals(text.strip()))
      throw new IllegalArgumentException(name + " is empty, or has blanks at an end");
    if (text.codePointCount(0, text.length()) > longest)
      throw new IllegalArgumentException(name + " has more than " + longest + " characters");
    if (!text.codePoints().allMatch(Wording::shown))
      throw new IllegalArgumentException(
          name + " holds characters that are not shown, such as marks that turn the direction");
  }

  /// The joiners are letters' neighbours in Persian and in the scripts of India.
  private static boolean shown(int codePoint) {
    if (codePoint == '\n' || codePoint == 0x200C || codePoint == 0x200D) return true;
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE,
          Character.UNASSIGNED, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
        false;
      default -> true;
    };
  }
}
