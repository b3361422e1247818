package dev.holdfast.desk.judgement;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What is said about two reports.
public enum Answer {
  /// One actor.
  SAME_CAMPAIGN,
  /// One playbook, likely another group.
  SAME_PLAYBOOK,
  /// Nothing in common.
  UNRELATED,
  /// The evidence does not suffice.
  UNDECIDED;

  /// The word for programs, such as `same-campaign`.
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// The answer with this word.
  public static Optional<Answer> of(String word) {
    return Arrays.stream(values()).filter(a -> a.word().equals(word)).findFirst();
  }
}
