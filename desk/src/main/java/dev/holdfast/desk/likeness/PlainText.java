package dev.holdfast.desk.likeness;

import dev.holdfast.guard.fold.Folder;
import dev.holdfast.guard.fold.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// A text with everything folded away that changes between two copies: links, digits, case, spaces,
/// signs, disguises.
public final class PlainText {
  private static final Pattern LINKS = Pattern
      .compile("\\S+://\\S+|\\b[\\w-]+(?:\\.[\\w-]+)+/\\S*|\\bwww\\.\\S+|\\S+@\\S+\\.\\S+");
  private static final char UNSPACED = 0x2E80;
  private static final int LONGEST = 6_000;

  private final Folder folder = new Folder(Words.NONE);

  /// The plain form.
  public String of(String text) {
    var cut = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    var folded = folder.fold(LINKS.matcher(cut).replaceAll(" ")).text();
    var plain = new StringBuilder(folded.length());
    for (var i = 0; i < folded.length(); i++) {
      var c = folded.charAt(i);
      if (Character.isDigit(c)) plain.append('0');
      else if (Character.isLetter(c) || isMark(c)) plain.append(c);
      else if (!plain.isEmpty() && plain.charAt(plain.length() - 1) != ' ') plain.append(' ');
    }
    return plain.toString().strip();
  }

  private static boolean isMark(char c) {
    var type = Character.getType(c);
    return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
  }

  /// The words of a plain text; characters in pairs where a script has no gaps.
  public static List<String> words(String plain) {
    var words = new ArrayList<String>();
    for (var word : plain.split(" ", -1)) {
      if (word.isEmpty()) continue;
      if (word.charAt(0) < UNSPACED) words.add(word);
      else
        for (var i = 0; i < Math.max(1, word.length() - 1); i++)
          words.add(word.substring(i, Math.min(word.length(), i + 2)));
    }
    return words;
  }

  /// Whether a text is long enough to be compared at all: short ones are alike by chance.
  public static boolean longEnough(String plain) {
    return isUnspaced(plain) ? plain.length() >= 16 : plain.length() >= 40 && gaps(plain) >= 5;
  }

  static boolean isUnspaced(String plain) {
    return plain.chars().filter(c -> c >= UNSPACED).count() * 2 > plain.length();
  }

  private static long gaps(String plain) {
    return plain.chars().filter(c -> c == ' ').count();
  }
}
