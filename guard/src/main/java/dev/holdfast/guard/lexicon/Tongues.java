package dev.holdfast.guard.lexicon;

import java.util.List;
import java.util.Optional;

/// Which languages a text is written in, judged by its little words.
///
/// @param bits the languages whose words count, see [Tongue#bit()]
/// @param best the most likely one; empty where the text is not in a language the guard was
///          tested on
public record Tongues(long bits, Optional<Tongue> best) {
  private static final double KIN = 0.55;
  private static final int FEW_WORDS = 5;
  private static final double LEAST_COVER = 0.07;

  /// Judges a text.
  ///
  /// @param plain a plain text
  /// @param hits its words
  public static Tongues of(String plain, List<Hit> hits) {
    var scores = new double[Tongue.ALL.size()];
    for (var hit : hits) {
      var kin = Long.bitCount(hit.tongues());
      if (kin > Tongue.ALL.size()) continue;
      var weight = (hit.concept() == Concept.STOP ? 1.0 : 0.4)
          * (hit.end() - hit.start() > 2 ? 1.0 : 0.6) / kin;
      for (var rest = hit.tongues(); rest != 0; rest &= rest - 1)
        scores[Long.numberOfTrailingZeros(rest)] += weight;
    }
    var script = Scripts.of(plain);
    return choose(scores, script, words(plain));
  }

  private static Tongues choose(double[] scores, Scripts script, int words) {
    var best = -1;
    for (var i = 0; i < scores.length; i++) {
      scores[i] *= script.fits(Tongue.ALL.get(i));
      if (scores[i] > 0 && (best < 0 || scores[i] > scores[best])) best = i;
    }
    if (best < 0) return new Tongues(-1L, Optional.empty());
    var bits = 0L;
    for (var i = 0; i < scores.length; i++)
      if (scores[i] >= KIN * scores[best]) bits |= 1L << i;
    var known = words < FEW_WORDS || scores[best] >= LEAST_COVER * words;
    return new Tongues(bits | Tongue.EN.bit(),
        known ? Optional.of(Tongue.ALL.get(best)) : Optional.empty());
  }

  private static int words(String plain) {
    var count = 0;
    for (var i = 0; i < plain.length(); i++)
      if (plain.charAt(i) == ' ' && i > 0) count++;
    return count + 1;
  }

  /// Whether a word counts in a text of these languages.
  public boolean admit(Hit hit) {
    return (hit.tongues() & bits) != 0;
  }
}
