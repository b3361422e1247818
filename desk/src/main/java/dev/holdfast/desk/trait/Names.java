package dev.holdfast.desk.trait;

import java.util.Locale;
import java.util.Set;

/// Names shown, and how they are built.
final class Names {
  private static final Set<String> TRADE = Set.of("signal", "whatsapp", "telegram", "viber",
      "messenger", "app", "support", "security", "safety", "team", "help", "desk", "helpdesk",
      "center", "centre", "service", "services", "customer", "official", "bot", "chatbot",
      "chat", "assistant", "account", "accounts", "verification", "protection", "backup",
      "recovery", "admin", "notification", "notifications", "system", "the", "of", "user", "care",
      "sicherheit", "kundendienst", "hilfe", "dienst", "konto", "equipe", "\u00e9quipe",
      "s\u00e9curit\u00e9", "assistance", "soporte", "seguridad", "equipo", "ayuda", "centro",
      "\u043f\u043e\u0434\u0434\u0435\u0440\u0436\u043a\u0430",
      "\u0441\u043b\u0443\u0436\u0431\u0430",
      "\u0431\u0435\u0437\u043e\u043f\u0430\u0441\u043d\u043e\u0441\u0442\u0438",
      "\u043f\u0456\u0434\u0442\u0440\u0438\u043c\u043a\u0430",
      "\u0431\u0435\u0437\u043f\u0435\u043a\u0438");

  private Names() {}

  /// Whether a name says nothing but what it pretends to be.
  static boolean ofTheTrade(String name) {
    for (var word : normal(name).split("[^\\p{L}]+", -1))
      if (!word.isEmpty() && !TRADE.contains(word)) return false;
    return true;
  }

  /// Without what counts up: digits become zeros, spaces single.
  static String normal(String name) {
    return name.strip().replaceAll("\\s+", " ").replaceAll("\\d+", "0").toLowerCase(Locale.ROOT);
  }

  /// `Aa Aa 0000`: letters by case, digits by count, signs as they are.
  static String shape(String name) {
    var shape = new StringBuilder();
    for (var c : name.strip().codePoints().toArray()) {
      var sign = Character.isUpperCase(c)
          ? "A"
          : Character.isLetter(c) ? "a" : Character.isDigit(c) ? "0" : Character.toString(c);
      var repeated = sign.equals("a") && shape.toString().endsWith("a");
      if (!repeated) shape.append(sign);
    }
    return shape.toString();
  }
}
