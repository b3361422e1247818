package dev.holdfast.server.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.vault.Refusal;
import dev.holdfast.vault.RefusedException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class NoncesTest {
  private static final int MOST = 150_000;
  private static final long TEN_MINUTES = Duration.ofMinutes(10).toNanos();

  private final Nonces nonces = new Nonces();

  @Test
  void aNonceIsUsedOnceWithinTenMinutes() {
    assertTrue(nonces.use("a", 0));
    assertFalse(nonces.use("a", TEN_MINUTES));
    assertTrue(nonces.use("b", TEN_MINUTES));
    assertTrue(nonces.use("a", TEN_MINUTES + 1));
  }

  /// Else whoever calls often enough fills the memory, and with it the timer and the alarms go.
  @Test
  void beyondWhatCanBeRememberedCallsAreRefusedUntilTheOldestAreForgotten() {
    for (int i = 0; i < MOST; i++)
      assertTrue(nonces.use(Integer.toString(i), i));
    var refusal = assertThrows(RefusedException.class, () -> nonces.use("one more", MOST));
    assertEquals(Refusal.TOO_MANY_REQUESTS, refusal.refusal());
    assertFalse(nonces.use("0", MOST), "a repetition stays one");
    assertTrue(nonces.use("one more", TEN_MINUTES + 1));
  }
}
