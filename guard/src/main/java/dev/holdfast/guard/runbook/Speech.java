package dev.holdfast.guard.runbook;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/// All that the runbook says, in one language; from lines of key and sentence.
public final class Speech {
  /// The languages it speaks, as BCP 47 tags.
  public static final List<String> LANGUAGES = List.of("en", "de", "fr", "es", "uk", "ru", "ar",
      "fa", "zh-Hans", "zh-Hant");

  private static final Set<String> RIGHT_TO_LEFT = Set.of("ar", "fa");

  private final String tag;
  private final Map<String, String> sentences;

  private Speech(String tag) {
    this.tag = tag;
    this.sentences = read(tag);
  }

  /// The language that is nearest to what somebody reads; English where none is.
  ///
  /// @param asked a BCP 47 tag such as `de-AT` or `zh-TW`
  public static Speech in(String asked) {
    return new Speech(nearest(asked).orElse("en"));
  }

  /// The tag of [#LANGUAGES] for a tag, if it is spoken.
  public static Optional<String> nearest(String asked) {
    var lower = asked.strip().toLowerCase(Locale.ROOT).replace('_', '-');
    if (lower.matches("zh-(hant|tw|hk|mo)\\b.*")) return Optional.of("zh-Hant");
    if (lower.matches("zh\\b.*")) return Optional.of("zh-Hans");
    var main = lower.replaceAll("-.*", "");
    return LANGUAGES.stream().filter(main::equals).findFirst();
  }

  /// The BCP 47 tag.
  public String tag() {
    return tag;
  }

  /// Whether it is written from right to left.
  public boolean isRightToLeft() {
    return RIGHT_TO_LEFT.contains(tag);
  }

  /// A sentence by its key.
  ///
  /// @throws IllegalArgumentException if there is no such key
  public String say(String key) {
    var sentence = sentences.get(key);
    if (sentence == null) throw new IllegalArgumentException("no sentence " + key + " in " + tag);
    return sentence;
  }

  /// What to do.
  public String todo(Step step) {
    return say(step.key() + ".do");
  }

  /// Why it helps.
  public String why(Step step) {
    return say(step.key() + ".why");
  }

  /// How to take pictures of the screen; empty where the phone is not known.
  public Optional<String> picture(Phone phone) {
    return phone == Phone.OTHER ? Optional.empty() : Optional.of(say("picture_" + phone.word()));
  }

  /// The clock of a step, with dates as they are written in the language.
  public String clock(Term term, ZoneId zone) {
    return clock(term, zone, date -> date);
  }

  /// The same, where dates have to be set apart from the words around them.
  ///
  /// @param dates what becomes of each date
  public String clock(Term term, ZoneId zone, UnaryOperator<String> dates) {
    var text = say(term.kind().key());
    for (var i = 0; i < term.at().size(); i++)
      text = text.replace("{" + i + "}", dates.apply(date(term.at().get(i), zone)));
    return text;
  }

  private String date(Instant at, ZoneId zone) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
        .withLocale(Locale.forLanguageTag(tag))
        .format(at.atZone(zone));
  }

  private static Map<String, String> read(String tag) {
    var in = Speech.class.getResourceAsStream(tag + ".txt");
    if (in == null) throw new IllegalStateException(tag + ".txt is missing from the class path");
    var sentences = new HashMap<String, String>();
    try (var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (var line : lines.lines().toList()) {
        var blank = line.indexOf(' ');
        if (blank > 0) sentences.put(line.substring(0, blank), line.substring(blank + 1));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(tag + ".txt could not be read", e);
    }
    return sentences;
  }
}
