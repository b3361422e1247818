package dev.holdfast.sample;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/// Talk without meaning: words whose frequencies fall as those of a language do.
final class Words {
  private static final String[] COMMON = ("the to and I you a of it that is in we for on be have are so but not do at this me with what can was "
      + "if just your there will my all out up one no when go know like get as see they now then how going or time really good back "
      + "would think too from about here still some her has yes day she got more let he well want been an am tomorrow today maybe "
      + "tonight thanks home work later come said same people him them train coffee dinner photo morning week sorry great call bring "
      + "need could should again last long right where which who new old few much both before after meet early late station table "
      + "ticket garden market bread rain sun bus street school doctor sister brother friend kids dog cat book film song game bike "
      + "key door window kitchen bag phone letter story summer winter village river bridge mountain lake island paper meeting")
      .split(" ");
  private static final String[] BEGIN = {"ba", "de", "fi", "go", "ha", "ka", "lo", "mi", "na", "po",
      "ra", "se", "ta", "vu", "we", "zo"};
  private static final String[] END = {"ber", "dan", "fel", "gor", "hin", "kel", "lan", "mer",
      "nor", "rin", "sel", "ton", "ven", "wick"};
  private static final String[] GIVEN = {"Ada", "Bilal", "Chiara", "Dario", "Esra", "Farid",
      "Greta", "Hana", "Ivo", "Jana", "Kofi",
      "Leila", "Marek", "Nadia", "Oksana", "Paulo", "Quentin", "Rosa", "Samir", "Tamar", "Ulla",
      "Viktor", "Wanda", "Yusuf", "Zoe"};
  private static final String[] EMOJI = {"❤️", "👍", "😂", "😮", "😢", "🎉"};
  private static final List<String> VOCABULARY = vocabulary();

  private Words() {}

  private static List<String> vocabulary() {
    var words = new LinkedHashSet<>(List.of(COMMON));
    for (var begin : BEGIN)
      for (var end : END)
        words.add(begin + end);
    for (var begin : BEGIN)
      for (var middle : BEGIN)
        for (var end : END)
          words.add(begin + middle + end);
    return new ArrayList<>(words).subList(0, 2000);
  }

  /// About nine words on average, one to forty.
  static String sentence(Draw draw) {
    int count = 1 + draw.below(8) + (draw.oneIn(3) ? draw.below(12) : draw.below(6))
        + (draw.oneIn(20) ? draw.below(14) : 0);
    var text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      if (i > 0) text.append(' ');
      text.append(VOCABULARY.get(draw.skewed(VOCABULARY.size())));
    }
    text.append(switch (draw.below(6)) {
      case 0 -> "?";
      case 1 -> "!";
      case 2 -> " " + emoji(draw);
      default -> "";
    });
    return text.toString();
  }

  static String emoji(Draw draw) {
    return EMOJI[draw.skewed(EMOJI.length)];
  }

  static String given(Draw draw) {
    return GIVEN[draw.below(GIVEN.length)];
  }

  static String family(Draw draw) {
    var name = BEGIN[draw.below(BEGIN.length)] + BEGIN[draw.below(BEGIN.length)]
        + END[draw.below(END.length)];
    return Character.toUpperCase(name.charAt(0)) + name.substring(1);
  }

  static String title(Draw draw) {
    return VOCABULARY.get(draw.below(COMMON.length)) + " "
        + VOCABULARY.get(draw.below(COMMON.length));
  }
}
