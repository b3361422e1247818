package dev.holdfast.desk.campaign;

import dev.holdfast.desk.judgement.Answer;
import java.util.List;
import java.util.Optional;

/// What the desk says about two reports.
///
/// @param answer the machine's
/// @param ratio of the evidence against copycats of the same playbook
/// @param words the verbal scale for it; a ratio is no probability
/// @param ratioUnrelated the same against unrelated lures
/// @param grade the Admiralty's
/// @param reasons for one actor, three at most
/// @param doubts against it, three at most
/// @param flip the observation that would turn the answer
/// @param analyst what an analyst answered, with the reason
public record Opinion(Answer answer, double ratio, String words, double ratioUnrelated,
    String grade, List<Reason> reasons, List<Reason> doubts, String flip,
    Optional<Overruled> analyst) {
  /// Copies the lists.
  public Opinion {
    reasons = List.copyOf(reasons);
    doubts = List.copyOf(doubts);
  }

  /// One finding.
  ///
  /// @param feature what was compared
  /// @param example what was seen, in a sentence
  /// @param weight decimal logarithm of its ratio, before discounts
  /// @param counter what else could explain it
  public record Reason(String feature, String example, double weight, String counter) {}

  /// An analyst's answer.
  public record Overruled(Answer answer, String reason) {}
}
