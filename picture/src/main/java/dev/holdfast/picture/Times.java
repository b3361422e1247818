package dev.holdfast.picture;

import java.util.regex.Pattern;

/// Times of day as messengers show them, and what recognition makes of the ticks behind them.
final class Times {
  private static final String TIME = "\\d{1,2}[:.]\\d{2}(?:\\s?[AaPp]\\.?[Mm]\\.?)?";
  private static final Pattern AT_END = Pattern
      .compile("(?:^|[\\s\\u00b7])(" + TIME + ")\\W{0,4}(?:[vVYy/w@OQ]{1,2}\\W{0,2})?\\s*$");
  private static final Pattern AT_START = Pattern.compile("^\\s*" + TIME + "\\b.*");

  private Times() {}

  /// A text and the time that stood at its end.
  record Timed(String text, String time) {}

  static Timed cut(String text) {
    var found = AT_END.matcher(text);
    return found.find()
        ? new Timed(text.substring(0, found.start()).strip(), found.group(1))
        : new Timed(text.strip(), "");
  }

  /// True for the line of the phone's clock.
  static boolean leads(String line) {
    return AT_START.matcher(line).matches();
  }
}
