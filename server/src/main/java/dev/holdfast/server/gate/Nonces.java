package dev.holdfast.server.gate;

import dev.holdfast.vault.Refusal;
import dev.holdfast.vault.RefusedException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Set;

/// Remembers the nonces of ten minutes. A stop loses them, which harms nothing: what was signed
/// before the start is refused.
final class Nonces {
  private static final int MOST = 150_000;
  private static final Duration KEPT = Duration.ofMinutes(10);

  private final Set<String> seen = new HashSet<>();
  private final ArrayDeque<Used> order = new ArrayDeque<>();

  private record Used(String nonce, long nanos) {}

  /// False if the nonce was used before.
  ///
  /// @throws RefusedException `too-many-requests` if there were more calls than can be remembered
  synchronized boolean use(String nonce, long nanos) {
    while (!order.isEmpty() && nanos - order.getFirst().nanos > KEPT.toNanos())
      seen.remove(order.removeFirst().nonce);
    if (seen.contains(nonce)) return false;
    if (seen.size() >= MOST)
      throw new RefusedException(Refusal.TOO_MANY_REQUESTS, "the server is too busy",
          "try again in ten minutes");
    seen.add(nonce);
    order.addLast(new Used(nonce, nanos));
    return true;
  }
}
