package dev.holdfast.desk.trait;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/// Habits of writing that survive when the words are somebody else's: what a press article does not
/// print, or prints its own way.
final class Style {
  private static final Pattern ARROWS = Pattern.compile(
      "(?<=[\\p{L}\\p{N}\\s\"'\u201d\u00bb\\]])(?:-+>|=+>|~>|>{1,3}|\u00bb|\u203a|[\u2190-\u21ff]|\u2794|[\u2798-\u27bf]|\u27a1\ufe0f?|\u25b6\ufe0f?|\u25ba|\u2023)(?=[\\s\\p{L}\\p{N}\"'\u201c\u00ab\\[])");
  private static final Pattern BULLETS = Pattern
      .compile(
          "(?m)(?:^|\\s)(\\(?[1-9]\\)|[1-9]\\.(?=\\s)|[1-9]\\.(?=\\p{L})|[\u2460-\u2468]|[1-9]\ufe0f?\u20e3|[\u2022\u00b7\u25aa\u25cf\u25cb*-](?= )|(?:[Ss]tep|STEP|[Ss]chritt|[\u0428\u0448]\u0430\u0433) ?[1-9][:.)]?)");
  private static final Pattern LINKS = Pattern
      .compile("\\S+://\\S+|\\b[\\w-]+(?:\\.[\\w-]+)+/\\S*");

  private final String text;
  private final List<Trait> found = new ArrayList<>();

  private Style(String text) {
    this.text = LINKS.matcher(text).replaceAll("\u2402");
  }

  /// The habits shown in some messages of one writer; nothing if they wrote too little.
  ///
  /// @param french whether a gap before some signs is nothing but good manners
  static List<Trait> of(List<String> texts, boolean french) {
    var text = String.join("\n\n", texts);
    if (text.strip().length() < 24) return List.of();
    var style = new Style(french ? text.replaceAll("[ \u00a0\u202f]+([!?:;\u00bb])", "$1") : text);
    style.put(Kind.ARROW, style.signs(ARROWS));
    style.put(Kind.BULLET, style.signs(BULLETS).replaceAll("[1-9\u2460-\u2468]", "0"));
    style.put(Kind.HIDDEN, style.hidden());
    style.put(Kind.GLYPHS, Glyphs.mixed(style.text));
    style.put(Kind.SPACING, style.spacing());
    style.put(Kind.PUNCTUATION, style.punctuation());
    style.put(Kind.EMOJI, style.emoji());
    style.put(Kind.CASE, style.capitals());
    return style.found;
  }

  private void put(Kind kind, String value) {
    found.add(new Trait(kind, value.isEmpty() ? Trait.PLAIN : value));
  }

  private String signs(Pattern pattern) {
    var signs = new TreeSet<String>();
    var at = pattern.matcher(text);
    while (at.find())
      signs.add(at.group(at.groupCount() == 0 ? 0 : 1).strip());
    return String.join(" ", signs);
  }

  private String hidden() {
    var signs = new TreeMap<Integer, Integer>();
    text.codePoints()
        .filter(c -> Character.getType(c) == Character.FORMAT || c == 0x00ad || c == 0x034f
            || c == 0x2800 || c == 0x3164 || (c >= 0xfe00 && c < 0xfe0f))
        .forEach(c -> signs.merge(c, 1, Integer::sum));
    // A joiner or two belong to Persian, Indic scripts and emoji.
    if (signs.size() == 1 && (signs.containsKey(0x200c) || signs.containsKey(0x200d))
        && text.codePoints().anyMatch(c -> (c >= 0x600 && c < 0xe00) || c > 0xffff))
      return "";
    var names = new TreeSet<String>();
    signs.keySet().forEach(c -> names.add(Integer.toHexString(c)));
    return String.join(" ", names);
  }

  private String spacing() {
    var habits = new TreeSet<String>();
    if (count("(?<=\\S)  +(?=\\S)") > 0) habits.add("doubled");
    if (count("(?<=[.!?])  (?=\\S)") > 1) habits.add("doubled after a sentence");
    if (count("(?<=[\\p{L}\\p{N}]) [,.](?=\\s|$)") > 0) habits.add("before a stop");
    if (count("(?<=[\\p{L}\\p{N}]) [!?:;](?=\\s|$)") > 0) habits.add("before a sign");
    if (count("(?<=\\p{L}\\p{L})[,!?;](?=\\p{L}\\p{L})") > 0) habits.add("none after a sign");
    if (count("(?<=\\p{Ll}\\p{Ll})\\.(?=\\p{Lu}\\p{L})") > 0) habits.add("none after a stop");
    if (text.indexOf('\u00a0') >= 0) habits.add("a0");
    if (text.indexOf('\u202f') >= 0) habits.add("202f");
    if (count("[\u2000-\u200a\u205f\u3000](?=\\p{IsLatin})") > 0) habits.add("wide");
    if (text.indexOf('\t') >= 0) habits.add("tab");
    if (text.indexOf('\r') >= 0) habits.add("cr");
    if (count("\\S[ \t]+\\n") > 0) habits.add("at line ends");
    if (count("\\n\\n\\n") > 0) habits.add("empty lines");
    return String.join(", ", habits);
  }

  private String punctuation() {
    var habits = new TreeSet<String>();
    if (count("!{2,}") > 0) habits.add("!!");
    if (count("\\?{2,}|\\?!|!\\?") > 0) habits.add("??");
    if (text.indexOf('\u2026') >= 0) habits.add("\u2026");
    else if (count("\\.{3,}") > 0) habits.add("...");
    if (count("(?<!\\.)\\.\\.(?!\\.)") > 0) habits.add("..");
    if (text.indexOf('\u2014') >= 0) habits.add("\u2014");
    if (text.indexOf('\u2013') >= 0) habits.add("\u2013");
    if (count("(?<=\\S) - (?=\\S)") > 0) habits.add(" - ");
    if (count("(?<=\\S) -- (?=\\S)") > 0) habits.add("--");
    for (var mark : "\u201c\u201e\u00ab\u2018\u300c".split("", -1))
      if (!mark.isEmpty() && text.contains(mark)) habits.add(mark);
    if (text.indexOf('"') >= 0) habits.add("\"");
    if (text.indexOf('\u2019') >= 0) habits.add("\u2019");
    if (count("(?m)\\p{L}\\s*$") > 0 && count("[.!?\u3002](\\s|$)") == 0) habits.add("no stop");
    if (count("\\*\\*?\\p{L}[^*\\n]{1,60}\\*") > 0) habits.add("*bold*");
    if (count("(?<=\\p{L});(?=\\s)") > 0) habits.add(";");
    return String.join(" ", habits);
  }

  private String emoji() {
    var signs = new TreeSet<String>();
    text.codePoints()
        .filter(c -> (c >= 0x1f000 && c < 0x1fb00) || (c >= 0x2600 && c < 0x2790 && c != 0x2794))
        .forEach(c -> signs.add(Character.toString(c)));
    return String.join("", signs);
  }

  private String capitals() {
    var habits = new TreeSet<String>();
    var shouted = count("\\b\\p{Lu}{4,}\\b");
    if (shouted > 0) habits.add(shouted > 3 ? "much shouting" : "shouting");
    var letters = text.chars().filter(Character::isLetter).findFirst().orElse('A');
    if (Character.isLowerCase(letters)) habits.add("small beginning");
    if (count("(?<=[.!?] )\\p{Ll}") > 1) habits.add("small after a stop");
    if (count("(?<=[.!?]\\s)[\\p{L}]") == 0 && text.equals(text.toLowerCase(Locale.ROOT))
        && text.codePoints().anyMatch(Character::isLowerCase))
      habits.add("no capitals");
    return String.join(", ", habits);
  }

  private int count(String pattern) {
    return (int) PATTERNS.computeIfAbsent(pattern, Pattern::compile)
        .matcher(text)
        .results()
        .count();
  }

  private static final Map<String, Pattern> PATTERNS = new ConcurrentHashMap<>();
}
