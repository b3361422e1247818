package dev.holdfast.desk.trait;

import dev.holdfast.guard.link.Links;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Links and QR payloads, taken apart.
final class Addresses {
  private static final Pattern DEVICE = Pattern.compile("(?i)(?:sgnl|tsdevice)\\s*:");
  private static final Pattern KEY = Pattern.compile("(?i)pub_?key=([^&\\s#]+)");
  private static final Pattern ID = Pattern.compile("(?i)uuid=([^&\\s#]+)");
  private static final Pattern URL = Pattern
      .compile(
          "(?i)^(?:[a-z][a-z0-9+.-]{1,15}:)?/{0,2}([^/?#\\s@]*@)?([^/?#\\s:@]+)(?::\\d+)?([^#\\s]*)(#\\S*)?");
  private static final int LONGEST = 4096;

  private Addresses() {}

  /// What one link or payload shows.
  static List<Trait> of(String written) {
    var link = Links.refanged(cut(written).strip());
    var found = new ArrayList<Trait>();
    var open = opened(link);
    if (DEVICE.matcher(open).find() || open.toLowerCase(Locale.ROOT).contains("linkdevice")) {
      device(open, found);
      if (!link.regionMatches(true, 0, "http", 0, 4)) return found;
    }
    site(link, found);
    return found;
  }

  private static void device(String open, List<Trait> found) {
    var key = KEY.matcher(open);
    if (key.find()) found.add(new Trait(Kind.DEVICE_KEY, trimmed(key.group(1))));
    var id = ID.matcher(open);
    if (id.find()) found.add(new Trait(Kind.DEVICE_ID, trimmed(id.group(1))));
  }

  /// Base64 with and without padding, percent signs and the other alphabet is the same key.
  private static String trimmed(String value) {
    var plain = opened(value).replace("=", "").replace('-', '+').replace('_', '/');
    return plain.length() > 200 ? plain.substring(0, 200) : plain;
  }

  private static void site(String link, List<Trait> found) {
    var parts = URL.matcher(link);
    if (!parts.find()) return;
    var host = Sites.normal(parts.group(2));
    while (host.endsWith("."))
      host = host.substring(0, host.length() - 1);
    if (host.isEmpty() || host.indexOf('.') < 0) return;
    var path = String.valueOf(parts.group(3));
    var fragment = parts.group(4) == null ? "" : parts.group(4);
    if (Sites.shared(host)) {
      var place = path.replaceAll("/+$", "") + fragment;
      if (place.length() > 2) found.add(new Trait(Kind.PLACE, host + place));
      return;
    }
    if (Sites.saysNothing(host)) return;
    var domain = Sites.domain(host);
    found.add(new Trait(Kind.DOMAIN, domain));
    if (!domain.equals(host)) found.add(new Trait(Kind.HOST, host));
    var kit = kit(path);
    if (telling(kit)) found.add(new Trait(Kind.KIT, kit));
  }

  /// A path without what changes from victim to victim; empty if it says too little.
  static String kit(String path) {
    var query = path.indexOf('?');
    var steps = new ArrayList<String>();
    for (var step : (query < 0 ? path : path.substring(0, query)).split("/", -1))
      if (!step.isEmpty()) steps.add(pattern(step));
    var keys = new ArrayList<String>();
    if (query >= 0)
      for (var pair : path.substring(query + 1).split("&", -1)) {
        var key = pair.indexOf('=') < 0 ? pair : pair.substring(0, pair.indexOf('='));
        if (!key.isEmpty()) keys.add(pattern(key));
      }
    if (steps.isEmpty() && keys.isEmpty()) return "";
    return "/" + String.join("/", steps)
        + (keys.isEmpty() ? "" : "?" + String.join("&", keys));
  }

  /// Words stay; what looks like an identifier becomes a sign of its sort.
  private static String pattern(String step) {
    var lower = step.toLowerCase(Locale.ROOT);
    var digits = lower.chars().filter(Character::isDigit).count();
    if (lower.matches("[0-9]+")) return "0";
    if (lower.length() >= 8 && lower.matches("[0-9a-f-]+")) return "x";
    if (lower.length() >= 10 && digits >= 2 && lower.matches("[0-9a-z_-]+")) return "id";
    return lower.length() > 60 ? "long" : lower.replaceAll("\\d{3,}", "0");
  }

  /// Whether a path pattern says anything: a single common word does not.
  private static boolean telling(String kit) {
    var parts = kit.split("[/?&]", -1);
    var words = 0;
    for (var part : parts)
      if (part.length() >= 2 && !part.equals("id")) words++;
    return words >= 2;
  }

  private static String opened(String text) {
    var now = text;
    for (var round = 0; round < 3 && now.indexOf('%') >= 0; round++) {
      try {
        now = URLDecoder.decode(now.replace("+", "%2B"), StandardCharsets.UTF_8);
      } catch (IllegalArgumentException e) {
        return now;
      }
    }
    return now;
  }

  private static String cut(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
  }
}
