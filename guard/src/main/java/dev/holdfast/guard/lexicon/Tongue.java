package dev.holdfast.guard.lexicon;

import java.util.List;
import java.util.Optional;

/// A language, in one way of writing, that the guard was tested on.
public enum Tongue {
  EN("en", 0), DE("de", 1), FR("fr", 2), ES("es", 3), PT("pt", 4), IT("it", 5), NL("nl", 6), PL(
      "pl", 7), UK("uk", 8), RU("ru", 9), RO("ro", 10), CS("cs", 11), TR("tr", 12), AR("ar",
          13), FA("fa", 14), HE("he", 15), ZH_HANS("zh-Hans", 16), ZH_HANT("zh-Hant", 17), JA("ja",
              18), KO("ko", 19), VI("vi", 20), ID("id", 21), HI("hi", 22), BN("bn",
                  23), SW("sw", 24), EL("el", 25), HU("hu", 26), SV("sv",
                      27), AR_LATN("ar-Latn", 28), FA_LATN("fa-Latn", 29), EL_LATN("el-Latn",
                          30), HI_LATN("hi-Latn", 31), BN_LATN("bn-Latn", 32), RU_LATN("ru-Latn",
                              33), UK_LATN("uk-Latn", 34), ZH_LATN("zh-Latn", 35);

  /// All of them.
  public static final List<Tongue> ALL = List.of(values());

  private final String tag;
  private final int index;

  Tongue(String tag, int index) {
    this.tag = tag;
    this.index = index;
  }

  /// The BCP 47 tag, such as `zh-Hant` or `ru-Latn`.
  public String tag() {
    return tag;
  }

  /// The bit that stands for it in a set of languages.
  public long bit() {
    return 1L << index;
  }

  /// The language with this tag, if it is one of ours.
  public static Optional<Tongue> of(String tag) {
    return ALL.stream().filter(t -> t.tag.equals(tag)).findFirst();
  }
}
