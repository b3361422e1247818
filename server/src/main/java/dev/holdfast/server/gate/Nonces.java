package dev.holdfast.server.gate;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Set;

/// Remembers the nonces of ten minutes. A stop loses them, which harms nothing: what was signed
/// before the start is refused.
final class Nonces {
  private static final Duration KEPT = Duration.ofMinutes(10);

  private final Set<String> seen = new HashSet<>();
  private final ArrayDeque<Used> order = new ArrayDeque<>();

  private record Used(String nonce, long nanos) {}

  /// False if the nonce was used before.
  synchronized boolean use(String nonce, long nanos) {
    while (!order.isEmpty() && nanos - order.getFirst().nanos > KEPT.toNanos())
      seen.remove(order.removeFirst().nonce);
    if (!seen.add(nonce)) return false;
    order.addLast(new Used(nonce, nanos));
    return true;
  }
}
