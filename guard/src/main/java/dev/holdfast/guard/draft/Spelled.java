package dev.holdfast.guard.draft;

import java.util.HashMap;
import java.util.Map;

/// Words that stand for one letter or digit, in plain form.
final class Spelled {
  private static final String LETTERS = "alpha a alfa a bravo b charlie c delta d echo e foxtrot f golf g hotel h india i juliet j juliett j kilo k lima l mike m november n oscar o papa p "
      + "quebec q romeo r sierra s tango t uniform u victor v whiskey w whisky w xray x yankee y zulu z anton a berta b casar c dora d emil e friedrich f gustav g heinrich h ida i "
      + "julius j kaufmann k ludwig l martha m nordpol n otto o paula p quelle q richard r samuel s siegfried s theodor t ulrich u viktor v wilhelm w xanthippe x ypsilon y zacharias z zeppelin z hash # equals = gleich = raute #";
  private static final String DIGITS = "zero 0 one 1 two 2 three 3 four 4 five 5 six 6 seven 7 eight 8 nine 9 null 0 eins 1 zwei 2 drei 3 vier 4 funf 5 sechs 6 sieben 7 acht 8 neun 9 "
      + "un 1 deux 2 trois 3 quatre 4 cinq 5 sept 7 huit 8 neuf 9 cero 0 uno 1 dos 2 tres 3 cuatro 4 cinco 5 seis 6 siete 7 ocho 8 nueve 9 "
      + "\u043d\u043e\u043b\u044c 0 \u043e\u0434\u0438\u043d 1 \u0434\u0432\u0430 2 \u0442\u0440\u0438 3 \u0447\u0435\u0442\u044b\u0440\u0435 4 \u043f\u044f\u0442\u044c 5 \u0448\u0435\u0441\u0442\u044c 6 \u0441\u0435\u043c\u044c 7 \u0432\u043e\u0441\u0435\u043c\u044c 8 \u0434\u0435\u0432\u044f\u0442\u044c 9";
  static final Map<String, String> WORDS = words();

  private Spelled() {}

  private static Map<String, String> words() {
    var words = new HashMap<String, String>();
    var all = (LETTERS + " " + DIGITS).split(" ", -1);
    for (var i = 0; i + 1 < all.length; i += 2)
      words.put(all[i], all[i + 1]);
    return Map.copyOf(words);
  }
}
