package dev.holdfast.guard.link;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Finds links and tells what they do, without following any. Takes time linear in the text.
public final class Links {
  private static final int LONGEST = 4096;
  private static final Pattern FORWARDING = Pattern
      .compile("(?:\\*\\*|\\*)(?:21|61|62|67|002|004)\\*[+\\d]{0,16}#?");

  private Links() {}

  /// A link as it was before somebody wrote it so that it cannot be followed, such
  /// as `hxxps://example[.]org`.
  public static String refanged(String s) {
    return s.replace("[.]", ".")
        .replace("(.)", ".")
        .replace("[dot]", ".")
        .replace("[:]", ":")
        .replace("[://]", "://")
        .replaceFirst("^[hH][xX][xX][pP]", "http")
        .replaceFirst("^[hH]\\*\\*[pP]", "http");
  }

  /// Every link in a text, by place.
  public static List<Link> in(String text) {
    var found = new ArrayList<Link>();
    var i = 0;
    while (i < text.length()) {
      if (isGap(text.charAt(i))) {
        i++;
        continue;
      }
      var end = i;
      while (end < text.length() && !isGap(text.charAt(end)))
        end++;
      token(text, i, end, found);
      i = end;
    }
    forwarding(text, found);
    return List.copyOf(found);
  }

  /// What a scanned QR code does.
  ///
  /// @param payload its decoded content
  public static Link payload(String payload) {
    var whole = cut(payload.strip());
    if (whole.matches("(?s)\\d@[A-Za-z0-9+/=]{16,},.*"))
      return new Link(Purpose.WEB_LOGIN, "", 0, payload.length());
    var found = in(payload);
    return found.stream()
        .max((a, b) -> a.purpose().weight().compareTo(b.purpose().weight()))
        .map(l -> new Link(l.purpose(), l.host(), 0, payload.length()))
        .orElse(new Link(Purpose.OTHER, "", 0, payload.length()));
  }

  private static void token(String text, int start, int end, List<Link> found) {
    var from = start;
    var to = end;
    while (from < to && "(<[\"'\u201c\u00ab\u2018`*_".indexOf(text.charAt(from)) >= 0)
      from++;
    while (to > from && ")>]\"'\u201d\u00bb\u2019`,;!.*_".indexOf(text.charAt(to - 1)) >= 0)
      to--;
    var token = cut(text.substring(from, to));
    if (token.length() < 4 || !mayBeLink(token)) return;
    var address = Address.of(token);
    if (address == null) return;
    found.add(new Link(Purposes.of(address), address.host(), from, to));
  }

  private static boolean mayBeLink(String token) {
    return token.indexOf(':') > 0 || token.indexOf('.') > 0 || token.indexOf('%') > 0
        || token.length() > 40
        || token.indexOf('\u3002') > 0;
  }

  private static void forwarding(String text, List<Link> found) {
    if (text.indexOf('*') < 0) return;
    var codes = FORWARDING.matcher(text);
    while (codes.find())
      found.add(new Link(Purpose.CALL_FORWARDING, "", codes.start(), codes.end()));
  }

  private static String cut(String s) {
    return s.length() <= LONGEST ? s : s.substring(0, LONGEST);
  }

  private static boolean isGap(char c) {
    return Character.isWhitespace(c) || c == '\u3000' || c == '\u00a0' || c == '\uff0c'
        || c == '\u3001'
        || c == '\u300c' || c == '\u300d' || c == '\uff08' || c == '\uff09';
  }

  static String lower(String s) {
    return s.toLowerCase(Locale.ROOT);
  }
}
