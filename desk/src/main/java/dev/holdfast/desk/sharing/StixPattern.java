package dev.holdfast.desk.sharing;

import dev.holdfast.desk.sharing.Indicator.Kind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Indicators as patterns of STIX: one comparison each.
final class StixPattern {
  private static final Map<Kind, String> PATHS = paths();
  private static final Pattern COMPARISON = Pattern.compile(
      "([a-z0-9-]+:[a-zA-Z0-9_.'\\[\\]-]+)\\s*=\\s*'((?:[^'\\\\]|\\\\.){1,2000}+)'");

  private StixPattern() {}

  private static Map<Kind, String> paths() {
    var paths = new EnumMap<Kind, String>(Kind.class);
    paths.put(Kind.DOMAIN, "domain-name:value");
    paths.put(Kind.URL, "url:value");
    paths.put(Kind.EMAIL, "email-addr:value");
    paths.put(Kind.ACCOUNT, "user-account:account_login");
    paths.put(Kind.PHONE, "user-account:user_id");
    paths.put(Kind.SHA256, "file:hashes.'SHA-256'");
    return paths;
  }

  static String of(Indicator indicator) {
    var value = indicator.value().replace("\\", "\\\\").replace("'", "\\'");
    return "[" + PATHS.get(indicator.kind()) + " = '" + value + "']";
  }

  /// The comparisons that we know; others are passed over.
  static List<Indicator> read(String pattern) {
    var found = new ArrayList<Indicator>();
    var matcher = COMPARISON.matcher(pattern);
    while (matcher.find()) {
      var value = matcher.group(2).replaceAll("\\\\(.)", "$1");
      PATHS.forEach((kind, path) -> {
        if (path.equals(matcher.group(1)) && !value.isBlank())
          found.add(new Indicator(kind, value));
      });
    }
    return found;
  }
}
