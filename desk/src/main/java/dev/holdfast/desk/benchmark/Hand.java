package dev.holdfast.desk.benchmark;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/// How one group writes: what it does to any text that passes through its hands.
final class Hand {
  private static final List<String> ARROWS = List.of("->", ">", "\u2192", "=>", "\u00bb", "-->",
      "\u27a1", ">>", "/");
  private static final List<String> HIDDEN = List.of("\u200b", "\u2060", "\u00ad", "\ufeff",
      "\u200e");
  private static final String LATIN = "aceopxy";
  private static final String CYRILLIC = "\u0430\u0441\u0435\u043e\u0440\u0445\u0443";

  private final String arrow;
  private final int spacing;
  private final int marks;
  private final String hidden;
  private final int glyph;
  private final int slips;
  private final long seed;
  private final Map<String, String> misspelt = new HashMap<>();

  private Hand(Random random, boolean plain) {
    arrow = plain ? ARROWS.get(0) : ARROWS.get(random.nextInt(ARROWS.size()));
    spacing = plain ? 0 : random.nextInt(6);
    marks = plain ? 0 : random.nextInt(6);
    hidden = !plain && random.nextInt(5) == 0 ? HIDDEN.get(random.nextInt(HIDDEN.size())) : "";
    glyph = !plain && random.nextInt(6) == 0 ? random.nextInt(LATIN.length()) : -1;
    slips = plain ? 0 : random.nextInt(4);
    seed = random.nextLong();
  }

  static Hand of(Random random) {
    return new Hand(random, false);
  }

  /// As the press prints it.
  static Hand plain(Random random) {
    return new Hand(random, true);
  }

  /// @param care 0 to 1, how often a habit shows
  String write(String text, Random random, double care) {
    var written = text.replace("{>}", arrow);
    if (random.nextDouble() < care) written = misspell(written);
    if (random.nextDouble() < care) written = space(written);
    if (random.nextDouble() < care) written = mark(written);
    if (!hidden.isEmpty()) written = written.replaceFirst("(?<=\\p{L}{3})(?=\\p{L}{3})", hidden);
    if (glyph >= 0)
      written = written.replaceFirst("(?<=\\p{IsLatin}{2})" + LATIN.charAt(glyph),
          String.valueOf(CYRILLIC.charAt(glyph)));
    return written;
  }

  /// A group slips in the same words each time; which, its hand decides.
  private String misspell(String text) {
    var words = text.split(" ", -1);
    var done = 0;
    for (var i = 0; i < words.length && done < slips; i++) {
      if (!words[i].matches("\\p{L}{6,}")) continue;
      var wrong = misspelt.computeIfAbsent(words[i], this::slip);
      if (!wrong.equals(words[i])) done++;
      words[i] = wrong;
    }
    return String.join(" ", words);
  }

  private String slip(String word) {
    var own = new Random(seed * 31 + word.hashCode());
    if (own.nextInt(4) != 0) return word;
    var at = 1 + own.nextInt(word.length() - 4);
    return switch (own.nextInt(3)) {
      case 0 -> word.substring(0, at) + word.charAt(at + 1) + word.charAt(at)
          + word.substring(at + 2);
      case 1 -> word.substring(0, at) + word.substring(at + 1);
      default -> word.substring(0, at) + word.charAt(at) + word.substring(at);
    };
  }

  private String space(String text) {
    return switch (spacing) {
      case 1 -> text.replace(". ", ".  ");
      case 2 -> text.replaceFirst(", ", " , ").replace("!", " !");
      case 3 -> text.replaceFirst(", ", ",");
      case 4 -> text.replace(". ", ".\n\n");
      case 5 -> text.replaceFirst(" ", "\u00a0");
      default -> text;
    };
  }

  private String mark(String text) {
    return switch (marks) {
      case 1 -> text.replaceFirst("\\.", "!!");
      case 2 -> text.replaceFirst("\\.$", "...");
      case 3 -> "\u26a0\ufe0f " + text;
      case 4 -> text.toUpperCase(Locale.ROOT).substring(0, 12) + text.substring(12);
      case 5 -> text.replaceFirst("\\.$", "");
      default -> text;
    };
  }
}
