package dev.holdfast.cli;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Which language the person reads.
public final class Language {
  private Language() {}

  /// From `--lang`, else as POSIX says from LC_ALL, LC_MESSAGES and LANG, else English.
  ///
  /// @return a tag of the guard, such as `de` or `zh-Hant`
  public static String of(@Nullable String asked, Map<String, String> environment) {
    var named = asked != null
        ? asked
        : Stream.of("LC_ALL", "LC_MESSAGES", "LANG")
            .map(name -> environment.getOrDefault(name, ""))
            .filter(value -> !value.isEmpty())
            .findFirst()
            .orElse("");
    return tag(named.replaceAll("[.@].*", "").replace('_', '-'));
  }

  private static String tag(String named) {
    var lower = named.toLowerCase(Locale.ROOT);
    if (lower.matches("zh-(hant|tw|hk|mo)\\b.*")) return "zh-Hant";
    if (lower.startsWith("zh")) return "zh-Hans";
    var language = lower.replaceAll("-.*", "");
    return language.matches("[a-z]{2,3}") ? language : "en";
  }
}
