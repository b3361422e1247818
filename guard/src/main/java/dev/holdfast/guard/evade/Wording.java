package dev.holdfast.guard.evade;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/// Disguises word by word.
final class Wording {
  static final List<String> EMOJI = List.of("\uD83D\uDE4F", "\uD83D\uDD12", "\u26a0\ufe0f",
      "\u2705", "\uD83D\uDC47", "\uD83D\uDE0A", "\u2764\ufe0f", "\uD83D\uDCF1", "\u2757");
  static final List<String> FILLERS = List.of("ok", "please", "bitte", "por favor", "amigo",
      "merci", "davai", "\u043f\u043b\u0438\u0437", "\u0434\u0430", "yes", "bro", "s\u00fcper",
      "\u0645\u0645\u0643\u0646", "\u8c22\u8c22", "hello", "sorry", "now", "grazie");

  private Wording() {}

  static String spaced(String text, Random random) {
    var words = text.split(" ", -1);
    var gap = new String[]{" ", ".", "-", " ", "_"}[random.nextInt(5)];
    for (var i = 0; i < words.length; i++) {
      if (words[i].length() >= 3 && random.nextInt(10) < 3 && isAlphabetic(words[i]))
        words[i] = String.join(gap, words[i].split("", -1)).strip();
    }
    return String.join(" ", words);
  }

  static String typos(String text, Random random) {
    var words = text.split(" ", -1);
    for (var i = 0; i < words.length; i++) {
      if (words[i].length() >= 5 && random.nextInt(10) < 3 && isAlphabetic(words[i]))
        words[i] = typo(words[i], random);
    }
    return String.join(" ", words);
  }

  static String sprinkled(String text, Random random, List<String> extras) {
    var out = new ArrayList<String>();
    for (var word : text.split(" ", -1)) {
      out.add(word);
      if (random.nextInt(10) < 2) out.add(extras.get(random.nextInt(extras.size())));
    }
    return String.join(" ", out);
  }

  static String reordered(String text, Random random) {
    var sentences = new ArrayList<>(
        List.of(text.split("(?<=[.!?\u3002\uff01\uff1f\u061f\u0964])\\s*", -1)));
    Collections.shuffle(sentences, random);
    return String.join(" ", sentences).strip();
  }

  private static String typo(String word, Random random) {
    var at = 1 + random.nextInt(word.length() - 2);
    return switch (random.nextInt(3)) {
      case 0 ->
        word.substring(0, at) + word.charAt(at + 1) + word.charAt(at) + word.substring(at + 2);
      case 1 -> word.substring(0, at) + word.substring(at + 1);
      default -> word.substring(0, at) + word.charAt(at) + word.substring(at);
    };
  }

  private static boolean isAlphabetic(String word) {
    return word.chars()
        .allMatch(c -> Character.isLetter(c) && c < 0x590 && !Character.isSurrogate((char) c));
  }
}
