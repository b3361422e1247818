package dev.holdfast.desk.trait;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Links, addresses, numbers and handles that stand in a text.
final class Contacts {
  private static final Pattern LINK = Pattern.compile(
      "(?i)\\b(?:https?|hxxps?|sgnl|tsdevice|tg|whatsapp)(?:\\[?:\\]?)/{0,2}[^\\s<>\"'\u201c\u201d\u00bb)]+"
          + "|\\b(?:[a-z0-9-]+(?:\\.|\\[\\.\\]))+(?:[a-z]{2,12})/[^\\s<>\"'\u201c\u201d\u00bb)]+"
          + "|\\b(?:[a-z0-9-]+(?:\\.|\\[\\.\\]))+(?:com|org|net|info|site|online|tech|app|io|co|link|group|top|xyz|click|help|support|team|live|chat|cc|ru|ua|de|eu|me|test|example|invalid|dev|shop|page|pro|cloud|security|vip|icu|cfd|sbs|buzz)\\b");
  private static final Pattern MAIL = Pattern
      .compile("[\\p{L}0-9._%+-]{1,64}@[\\p{L}0-9-]{1,63}(?:\\.[\\p{L}0-9-]{1,63})+");
  private static final Pattern PHONE = Pattern.compile("(?<![\\w+])\\+[1-9][\\d ()./-]{7,20}\\d");
  private static final Pattern HANDLE = Pattern
      .compile("(?<![\\w@/.])@[A-Za-z][A-Za-z0-9_.]{4,31}");
  private static final int MOST = 20;

  private Contacts() {}

  /// Links written into a text.
  static List<String> links(String text) {
    var found = new ArrayList<String>();
    var at = LINK.matcher(text);
    while (at.find() && found.size() < MOST)
      found.add(at.group().replaceAll("[.,;!?\u3002]+$", ""));
    return found;
  }

  /// Ways to reach somebody written into a text.
  static List<Trait> of(String text) {
    var found = new ArrayList<Trait>();
    add(MAIL, text, found);
    var phones = PHONE.matcher(text);
    while (phones.find() && found.size() < MOST)
      found.add(new Trait(Kind.CONTACT, digits(phones.group())));
    add(HANDLE, text, found);
    return found;
  }

  private static void add(Pattern pattern, String text, List<Trait> found) {
    var at = pattern.matcher(text);
    while (at.find() && found.size() < MOST) {
      var value = at.group().toLowerCase(Locale.ROOT);
      var host = value.substring(value.indexOf('@') + 1);
      if (pattern == MAIL && Sites.saysNothing(host) && !isFreeMail(host)) continue;
      found.add(new Trait(Kind.CONTACT, value));
    }
  }

  private static boolean isFreeMail(String host) {
    return host.endsWith("gmail.com") || host.endsWith("outlook.com") || host.endsWith("proton.me")
        || host.endsWith("icloud.com");
  }

  static String digits(String number) {
    return number.replaceAll("[^+0-9]", "");
  }
}
