package dev.holdfast.guard.draft;

import dev.holdfast.guard.lexicon.Concept;
import dev.holdfast.guard.lexicon.Lexicon;
import dev.holdfast.guard.link.Links;
import java.util.BitSet;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Recognises secrets it does not know by their shape, and leaves alone what only has the length of
/// one: hashes, order numbers, ordinary sentences.
public final class Shapes {
  /// What a text looks like.
  public enum Shape {
    /// A recovery key: 64 letters and digits.
    RECOVERY_KEY,
    /// 30 digits.
    BACKUP_PASSPHRASE,
    /// 12 to 24 words.
    SEED_PHRASE,
    /// A one-time code, in a chat that asked for one.
    CODE
  }

  private static final Pattern GROUPS = Pattern.compile(
      "(?<![A-Za-z0-9#=])(?:(?:\\d{1,2}[.):] ?)?[A-Za-z0-9#=]{4}[ \\t\\r\\n.,;:/|_\\u00b7\\u2013-]{1,4}){15}(?:\\d{1,2}[.):] ?)?[A-Za-z0-9#=]{4}(?![A-Za-z0-9#=])");
  private static final Pattern SOLID = Pattern
      .compile("(?<![A-Za-z0-9+/_:=#-])(?:[a-z0-9#=]{64}|[A-Z0-9#=]{64})(?![A-Za-z0-9+/_=#-])");
  private static final Pattern DIGITS = Pattern
      .compile("(?<![A-Za-z\\d.,])(?:\\d{30}|\\d{5}(?:[ \\n-]{1,2}\\d{5}){5})(?![A-Za-z\\d.,])");
  private static final Pattern CODE = Pattern.compile(
      "(?<![\\d.,:/-])(?:\\d{3}[- ]\\d{3}|\\d{4,8}|[A-Z0-9]{4}-[A-Z0-9]{4})(?![\\d.,:/-])");
  private static final Pattern WORDS = Pattern
      .compile("(?<![a-z])[a-z]{3,8}(?:(?:,? |\\n|\\n?\\d{1,2}[.)] ?)[a-z]{3,8}){11,23}(?![a-z])",
          Pattern.CASE_INSENSITIVE);
  private static final int FEWEST_DIGITS = 6;
  private static final int MOST_DIGITS = 31;
  private static final int FEWEST_KINDS = 20;

  private final Lexicon lexicon;

  /// Knows ordinary words by `lexicon`.
  public Shapes(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  /// The secret `text` is shaped like, links left out.
  ///
  /// @param lured whether the chat asked for something before
  public Optional<Shape> of(String text, boolean lured) {
    var bare = withoutLinks(text);
    if (holds(GROUPS, text) || holds(SOLID, bare)) return Optional.of(Shape.RECOVERY_KEY);
    if (DIGITS.matcher(bare).find()) return Optional.of(Shape.BACKUP_PASSPHRASE);
    if (isSeed(bare)) return Optional.of(Shape.SEED_PHRASE);
    return lured && CODE.matcher(bare).find() ? Optional.of(Shape.CODE) : Optional.empty();
  }

  private static boolean holds(Pattern pattern, String text) {
    var found = pattern.matcher(text);
    while (found.find())
      if (isRandom(found.group())) return true;
    return false;
  }

  /// Neither hexadecimal nor decimal only, a believable share of digits, enough different symbols,
  /// one case.
  private static boolean isRandom(String match) {
    var body = match.replaceAll("(?m)\\b\\d{1,2}[.):] ?", "").replaceAll("[^A-Za-z0-9#=]", "");
    var digits = 0;
    var beyondHex = 0;
    var upper = 0;
    var lower = 0;
    var kinds = new BitSet();
    for (var i = 0; i < body.length(); i++) {
      var c = body.charAt(i);
      kinds.set(Character.toLowerCase(c));
      if ((c >= '0' && c <= '9') || c == '=' || c == '#') digits++;
      else if (Character.toLowerCase(c) > 'f') beyondHex++;
      if (Character.isUpperCase(c)) upper++;
      if (Character.isLowerCase(c)) lower++;
    }
    var oneCase = upper == 0 || lower == 0;
    return beyondHex >= 8 && oneCase && digits >= FEWEST_DIGITS && digits <= MOST_DIGITS + 4
        && kinds.cardinality() >= FEWEST_KINDS;
  }

  private boolean isSeed(String text) {
    var found = WORDS.matcher(text);
    while (found.find()) {
      if (!isList(found.group())) continue;
      var little = 0;
      for (var hit : lexicon.in(found.group().toLowerCase(Locale.ROOT)))
        if (hit.concept() == Concept.STOP && hit.end() - hit.start() > 1) little++;
      if (little == 0) return true;
    }
    return false;
  }

  /// Words written alike: all behind commas or none, and from the second on all with capitals or
  /// none. A stretch of a sentence seldom is.
  private static boolean isList(String words) {
    var rest = words.substring(lettersFrom(words, 0));
    var commas = 0;
    var capitals = 0;
    var count = 0;
    for (var i = 1; i < rest.length(); i++) {
      if (rest.charAt(i) == ',') commas++;
      if (isLetter(rest.charAt(i - 1)) || !isLetter(rest.charAt(i))) continue;
      count++;
      if (Character.isUpperCase(rest.charAt(i))) capitals++;
    }
    return (commas == 0 || commas == count) && (capitals == 0 || capitals == count);
  }

  private static int lettersFrom(String text, int from) {
    var end = from;
    while (end < text.length() && isLetter(text.charAt(end)))
      end++;
    return end;
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private static String withoutLinks(String text) {
    var links = Links.in(text);
    if (links.isEmpty()) return text;
    var out = new StringBuilder(text);
    for (var link : links)
      for (var i = link.start(); i < link.end(); i++)
        out.setCharAt(i, ' ');
    return out.toString();
  }
}
