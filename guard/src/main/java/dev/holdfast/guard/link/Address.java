package dev.holdfast.guard.link;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/// A link taken apart, with all it hides laid open.
///
/// @param scheme lower case without the colon; `https` where a bare host was written
/// @param host lower case, without user, port and `www.`
/// @param path with its leading slash, or what follows the colon of a scheme without a host
/// @param open the whole link in lower case with percent and base64 encodings undone
/// @param defanged whether it was written so that it cannot be followed
record Address(String scheme, String host, String path, String open, boolean defanged) {
  private static final int ROUNDS = 3;

  static @Nullable Address of(String written) {
    var visible = visible(written);
    var shown = Links.refanged(visible);
    var defanged = !shown.equals(visible);
    var sound = shown.indexOf(':') < 0 && shown.indexOf('%') >= 0 ? opened(shown) : shown;
    var open = Links.lower(opened(sound));
    var colon = sound.indexOf(':');
    if (colon > 0 && isScheme(sound, colon))
      return parts(Links.lower(sound.substring(0, colon)), sound.substring(colon + 1), open,
          defanged);
    return looksLikeHost(sound) ? parts("https", "//" + sound, open, defanged) : null;
  }

  private static Address parts(String scheme, String rest, String open, boolean defanged) {
    if (!rest.startsWith("/")) return new Address(scheme, "", rest, open, defanged);
    var from = 0;
    while (from < rest.length() && (rest.charAt(from) == '/' || rest.charAt(from) == '\\'))
      from++;
    var to = from;
    while (to < rest.length() && "/?#\\".indexOf(rest.charAt(to)) < 0)
      to++;
    return new Address(scheme, host(rest.substring(from, to)), rest.substring(to), open, defanged);
  }

  private static String host(String authority) {
    var host = Links.lower(authority.substring(authority.lastIndexOf('@') + 1));
    var colon = host.indexOf(':');
    if (colon >= 0) host = host.substring(0, colon);
    while (host.endsWith("."))
      host = host.substring(0, host.length() - 1);
    return host.startsWith("www.") ? host.substring(4) : host;
  }

  private static boolean isScheme(String s, int colon) {
    if (colon > 24) return false;
    for (var i = 0; i < colon; i++) {
      var c = s.charAt(i);
      if (!((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')
          || (i > 0 && ((c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.'))))
        return false;
    }
    var known = Links.lower(s.substring(0, colon));
    return s.startsWith("//", colon + 1) || Purposes.SCHEMES.contains(known);
  }

  private static boolean looksLikeHost(String s) {
    var end = 0;
    while (end < s.length() && "/?#:".indexOf(s.charAt(end)) < 0)
      end++;
    var dot = s.lastIndexOf('.', end - 1);
    if (dot < 1 || s.indexOf("..") >= 0 || end - dot < 3 || end - dot > 20 || s.indexOf('@') >= 0)
      return false;
    for (var i = 0; i < end; i++)
      if (!isHostPart(s.charAt(i), i > dot)) return false;
    return Character.isLetterOrDigit(s.charAt(0))
        && (Purposes.isEnding(Links.lower(s.substring(dot + 1, end)))
            || (end < s.length() && end - dot == 3));
  }

  private static boolean isHostPart(char c, boolean ending) {
    return Character.isLetter(c)
        || (!ending && (c == '.' || c == '-' || c == '_' || Character.isDigit(c)));
  }

  /// Without characters that have no glyph, full-width signs as plain ones.
  private static String visible(String s) {
    var out = new StringBuilder(s.length());
    for (var i = 0; i < s.length(); i++) {
      var c = s.charAt(i);
      if (Character.getType(c) == Character.FORMAT) continue;
      out.append(c > 0xFF00 && c < 0xFF5F ? (char) (c - 0xFEE0) : c == '\u3002' ? '.' : c);
    }
    return out.toString();
  }

  private static String opened(String s) {
    var now = s;
    for (var round = 0; round < ROUNDS && now.indexOf('%') >= 0; round++)
      now = unescaped(now);
    return now + hiddenIn(now);
  }

  private static String unescaped(String s) {
    var out = new StringBuilder(s.length());
    for (var i = 0; i < s.length(); i++) {
      var high = i + 2 < s.length() && s.charAt(i) == '%'
          ? Character.digit(s.charAt(i + 1), 16)
          : -1;
      var low = high < 0 ? -1 : Character.digit(s.charAt(i + 2), 16);
      out.append(low < 0 ? s.charAt(i) : (char) (high * 16 + low));
      if (low >= 0) i += 2;
    }
    return out.toString();
  }

  /// The text inside base64 parts long enough to hold a link.
  private static String hiddenIn(String s) {
    var out = new StringBuilder();
    var start = 0;
    for (var i = 0; i <= s.length(); i++) {
      if (i < s.length() && isBase64(s.charAt(i))) continue;
      if (i - start >= 24) out.append(' ').append(decoded(s.substring(start, i)));
      start = i + 1;
    }
    return out.toString();
  }

  private static boolean isBase64(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '+'
        || c == '-' || c == '_';
  }

  private static String decoded(String s) {
    var plain = s.replace('-', '+').replace('_', '/');
    var whole = plain.length() % 4 == 1 ? plain.substring(0, plain.length() - 1) : plain;
    var bytes = Base64.getDecoder().decode(whole);
    for (var b : bytes)
      if (b < 0x20) return "";
    return new String(bytes, StandardCharsets.US_ASCII);
  }
}
