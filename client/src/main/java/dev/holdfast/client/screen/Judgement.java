package dev.holdfast.client.screen;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.holdfast.guard.Evidence;
import dev.holdfast.guard.Level;
import dev.holdfast.guard.Verdict;
import dev.holdfast.guard.ask.Ask;
import java.util.List;

/// A verdict as programs read it: the part of it that is a contract.
///
/// @param level `clear`, `caution` or `danger`
/// @param score 0 to 1, four digits behind the point
/// @param asks what is asked for, most likely first
/// @param reasons where that stands
public record Judgement(String level, double score, List<String> asks, List<Reason> reasons) {
  private static final double STEPS = 10_000;

  /// A place in the original text, counted in UTF-16 units.
  ///
  /// @param what a stable code
  /// @param turn index of the turn
  /// @param start first unit; equal to `end` where the reason lies in a picture or a name
  /// @param end behind the last unit
  /// @param title of the warning where `what` is `warning`; empty, and left out in JSON, elsewhere
  public record Reason(String what, int turn, int start, int end,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) String title) {
    static Reason of(Evidence evidence) {
      return new Reason(evidence.what(), evidence.turn(), evidence.start(), evidence.end(),
          evidence.title());
    }
  }

  /// Copies the lists.
  public Judgement {
    asks = List.copyOf(asks);
    reasons = List.copyOf(reasons);
  }

  /// The contract's part of a verdict.
  public static Judgement of(Verdict verdict) {
    return new Judgement(verdict.level().word(), Math.round(verdict.score() * STEPS) / STEPS,
        verdict.asks().stream().map(Ask::wire).toList(),
        verdict.evidence().stream().map(Reason::of).toList());
  }

  /// True if somebody is after a secret.
  public boolean danger() {
    return level.equals(Level.DANGER.word());
  }
}
