package dev.holdfast.guard.lexicon;

/// Letters that tell sister languages apart, counted.
record Scripts(int kana, int han, int ukrainian, int russian, int persian) {
  private static final String UKRAINIAN = "\u0456\u0454";
  private static final String RUSSIAN = "\u044b\u044d\u044a";
  private static final String PERSIAN = "\u067e\u0686\u0698\u06af";

  static Scripts of(String plain) {
    var n = new int[5];
    for (var i = 0; i < plain.length(); i++) {
      var c = plain.charAt(i);
      if (c < 0x400) continue;
      if (c >= 0x3040 && c < 0x3100) n[0]++;
      else if (c >= 0x4E00 && c < 0xA000) n[1]++;
      else if (UKRAINIAN.indexOf(c) >= 0) n[2]++;
      else if (RUSSIAN.indexOf(c) >= 0) n[3]++;
      else if (PERSIAN.indexOf(c) >= 0) n[4]++;
    }
    return new Scripts(n[0], n[1], n[2], n[3], n[4]);
  }

  /// 1 where nothing speaks against the language, less where its letters are missing.
  double fits(Tongue tongue) {
    return switch (tongue) {
      case UK -> russian > ukrainian ? 0.2 : 1;
      case RU -> ukrainian > 0 && ukrainian >= russian ? 0.2 : 1;
      case AR -> persian > 1 ? 0.5 : 1;
      case JA -> kana > 0 ? 2 : han > 0 ? 0.3 : 0;
      case ZH_HANS, ZH_HANT -> kana > 1 ? 0.3 : 1;
      default -> 1;
    };
  }
}
