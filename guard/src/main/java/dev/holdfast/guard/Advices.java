package dev.holdfast.guard;

import dev.holdfast.guard.ask.Ask;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The sentences that tell people what to do, per language, from `advice.txt`: `tag key sentence`.
final class Advices {
  private static final Set<Ask> LINKS = Set.of(Ask.DEVICE_LINK, Ask.PAIRING_CODE, Ask.TRANSFER_QR,
      Ask.SESSION_APPROVAL);
  private static final Set<Ask> KEYS = Set.of(Ask.RECOVERY_KEY, Ask.BACKUP_PASSPHRASE,
      Ask.BACKUP_FILE, Ask.EXPORTED_KEYS, Ask.SEED_PHRASE);

  private static final Set<String> HANT = Set.of("zh-hant", "zh-tw", "zh-hk", "zh-mo");

  private Advices() {}

  static Advice of(Level level, List<Ask> asks, String tag) {
    var key = key(level, asks);
    return new Advice(key, sentence(key, tag).orElse(""));
  }

  static Optional<String> sentence(String key, String tag) {
    var told = Told.SENTENCES.get(known(tag) + " " + key);
    return Optional.ofNullable(told == null ? Told.SENTENCES.get("en " + key) : told);
  }

  /// As `advice.txt` names languages: without script and region, but for Chinese.
  private static String known(String tag) {
    var lower = tag.toLowerCase(Locale.ROOT).replace('_', '-');
    var dash = lower.indexOf('-');
    var language = dash < 0 ? lower : lower.substring(0, dash);
    if (!language.equals("zh")) return language;
    return HANT.stream().anyMatch(lower::startsWith) ? "zh-Hant" : "zh-Hans";
  }

  private static String key(Level level, List<Ask> asks) {
    if (level == Level.CLEAR || asks.isEmpty()) return level == Level.CLEAR ? "nothing" : "pause";
    if (level == Level.CAUTION) return "pause";
    var ask = asks.get(0);
    if (LINKS.contains(ask)) return "do-not-link";
    if (KEYS.contains(ask)) return "do-not-send-key";
    return ask == Ask.SCREEN_SHARE || ask == Ask.SCREENSHOT ? "do-not-show" : "do-not-send-code";
  }

  /// Read when the first advice is given.
  private static final class Told {
    static final Map<String, String> SENTENCES = read();
  }

  private static Map<String, String> read() {
    var in = Advices.class.getResourceAsStream("advice.txt");
    if (in == null) throw new IllegalStateException("advice.txt is missing from the class path");
    var sentences = new HashMap<String, String>();
    try (var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (var line : lines.lines().toList()) {
        var first = line.indexOf(' ');
        var second = line.indexOf(' ', first + 1);
        if (second > 0) sentences.put(line.substring(0, second), line.substring(second + 1));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("advice.txt could not be read", e);
    }
    return sentences;
  }
}
