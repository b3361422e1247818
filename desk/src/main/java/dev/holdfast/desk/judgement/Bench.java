package dev.holdfast.desk.judgement;

import java.math.BigDecimal;
import java.math.MathContext;

/// From weights to an answer, with the band in which none is given (docs/desk.md).
public final class Bench {
  /// Decimal logarithm at which the band ends, either way.
  public static final double DECIDED = 1;
  /// What is hard to copy must reach this by itself: habits that came with the text do not add up
  /// to it.
  public static final double HARD_TO_COPY = .9;
  private static final double MOST = 9;
  private static final int DIGITS = 3;

  private Bench() {}

  /// What follows from the evidence between two.
  public static Answer answer(Weighing weighing) {
    var log = weighing.log();
    if (log >= DECIDED)
      return weighing.logHardToCopy() >= HARD_TO_COPY && weighing.logWithoutStrongest() >= DECIDED
          ? Answer.SAME_CAMPAIGN
          : Answer.UNDECIDED;
    if (!weighing.related() && weighing.logUnrelated() <= -DECIDED) return Answer.UNRELATED;
    if (log > -DECIDED || weighing.logWithoutStrongest() > -DECIDED) return Answer.UNDECIDED;
    return weighing.related() ? Answer.SAME_PLAYBOOK : Answer.UNRELATED;
  }

  /// A ratio within bounds that a number can be trusted to mean something in.
  public static double ratio(double log) {
    return new BigDecimal(Math.pow(10, Math.clamp(log, -MOST, MOST)))
        .round(new MathContext(DIGITS))
        .doubleValue();
  }

  /// The verbal scale of the ENFSI for a ratio; it speaks of support, never of probability.
  public static String words(double log) {
    var strength = Math.abs(log);
    if (strength < Math.log10(2)) return "no support either way";
    var word = strength < 1
        ? "weak"
        : strength < 2
            ? "moderate"
            : strength < 3
                ? "moderately strong"
                : strength < 4 ? "strong" : strength < 6 ? "very strong" : "extremely strong";
    return word + " support for " + (log > 0 ? "one actor" : "different actors");
  }

  /// The Admiralty grade: a reporter's reliability cannot be judged (f); credibility from 1
  /// (confirmed by independent kinds of evidence) to 6 (cannot be judged).
  public static String grade(Weighing weighing) {
    var findings = weighing.findings();
    var sign = weighing.log() >= 0 ? 1 : -1;
    var agree = findings.stream().filter(f -> f.weight() * sign >= .5).count();
    var disagree = findings.stream().filter(f -> f.weight() * sign <= -.5).count();
    if (findings.isEmpty()) return "f6";
    if (agree >= 3 && disagree == 0) return "f1";
    if (agree >= 2 && agree > disagree) return "f2";
    return agree > disagree ? "f3" : agree == 0 ? "f6" : "f4";
  }
}
