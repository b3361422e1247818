package dev.holdfast.picture;

import java.util.regex.Pattern;

/// What recognised lines become: one text, with links that were wrapped joined again.
final class Words {
  private static final Pattern OPEN_LINK = Pattern
      .compile(".*(?:[a-z]{2,10}://|www\\.|[a-z0-9-]+\\.[a-z]{2,}/)[^\\s]*$",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
  private static final Pattern MORE_LINK = Pattern
      .compile(
          "[A-Za-z0-9._~:/?#@!$&'*+,;=%-]*[/=&?%#_0-9-][A-Za-z0-9._~:/?#@!$&'*+,;=%-]*(?:\\s.*)?",
          Pattern.DOTALL);

  private Words() {}

  static String of(String recognised) {
    var text = new StringBuilder();
    for (var line : recognised.lines().map(String::strip).filter(l -> !l.isEmpty()).toList()) {
      boolean wrapped = OPEN_LINK.matcher(text).matches() && MORE_LINK.matcher(line).matches();
      if (!text.isEmpty() && !wrapped) text.append('\n');
      text.append(line);
    }
    return text.toString();
  }
}
