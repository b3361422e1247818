package dev.holdfast.guard;

import dev.holdfast.guard.ask.Ask;
import dev.holdfast.guard.lexicon.Tongue;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The sentences that tell people what to do, per language, from `advice.txt`: `tag key sentence`.
final class Advices {
  private static final Set<Ask> LINKS = Set.of(Ask.DEVICE_LINK, Ask.PAIRING_CODE, Ask.TRANSFER_QR,
      Ask.SESSION_APPROVAL);
  private static final Set<Ask> KEYS = Set.of(Ask.RECOVERY_KEY, Ask.BACKUP_PASSPHRASE,
      Ask.BACKUP_FILE, Ask.EXPORTED_KEYS, Ask.SEED_PHRASE);

  private final Map<String, String> sentences = read();

  Advice of(Level level, List<Ask> asks, Tongue tongue) {
    var key = key(level, asks);
    var tag = tongue.tag().endsWith("-Latn") ? tongue.tag().substring(0, 2) : tongue.tag();
    var told = sentences.get((tag.equals("zh") ? "zh-Hans" : tag) + " " + key);
    return new Advice(key, told == null ? sentences.getOrDefault("en " + key, "") : told);
  }

  private static String key(Level level, List<Ask> asks) {
    if (level == Level.CLEAR || asks.isEmpty()) return level == Level.CLEAR ? "nothing" : "pause";
    if (level == Level.CAUTION) return "pause";
    var ask = asks.get(0);
    if (LINKS.contains(ask)) return "do-not-link";
    if (KEYS.contains(ask)) return "do-not-send-key";
    return ask == Ask.SCREEN_SHARE || ask == Ask.SCREENSHOT ? "do-not-show" : "do-not-send-code";
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
