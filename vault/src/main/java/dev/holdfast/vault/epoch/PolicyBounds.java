package dev.holdfast.vault.epoch;

import dev.holdfast.kernel.policy.Policy;
import dev.holdfast.vault.Refusal;
import dev.holdfast.vault.RefusedException;
import java.time.Duration;

/// What a server lets a policy say.
///
/// @param floor the shortest wait
public record PolicyBounds(Duration floor) {
  private static final Duration LONGEST = Duration.ofDays(30);

  /// @throws RefusedException `bad-request` if the policy's wait or lock lies outside
  public void check(Policy policy) {
    if (policy.waiting().compareTo(floor) < 0)
      throw new RefusedException(Refusal.BAD_REQUEST,
          "expected a wait of at least " + floor.toSeconds() + " seconds",
          "the server's operator sets release.wait-floor");
    if (policy.waiting().compareTo(LONGEST) > 0 || policy.lock().compareTo(LONGEST) > 0)
      throw new RefusedException(Refusal.BAD_REQUEST,
          "expected a wait and a lock of at most 30 days");
  }
}
