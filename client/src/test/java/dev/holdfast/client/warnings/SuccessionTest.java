package dev.holdfast.client.warnings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.holdfast.client.warnings.Succession.Fault;
import dev.holdfast.client.warnings.Succession.Refused;
import dev.holdfast.kernel.SecretBytes;
import dev.holdfast.kernel.SigningKey;
import dev.holdfast.kernel.warning.Feed;
import dev.holdfast.kernel.warning.SignedFeed;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SuccessionTest {
  static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
  static final SigningKey KEY = new SigningKey(new SecretBytes(new byte[32]));

  static SignedFeed feed(String desk, long sequence, Instant issued) {
    return new Feed(desk, KEY.verifyKey(), sequence, issued, issued.plus(Duration.ofDays(7)),
        List.of(), List.of()).sign(KEY);
  }

  static final SignedFeed KEPT = feed("desk", 5, NOON);

  static Succession after(SignedFeed fresh, Instant now) {
    return Succession.decide(Optional.of(KEPT), fresh, now);
  }

  @Test
  void aHigherNumberFollows() {
    assertInstanceOf(Succession.Newer.class, after(feed("desk", 6, NOON), NOON));
    assertInstanceOf(Succession.Newer.class, Succession.decide(Optional.empty(), KEPT, NOON));
  }

  @Test
  void theSameFeedIsNothingNew() {
    assertInstanceOf(Succession.Same.class, after(KEPT, NOON));
  }

  @Test
  void aLowerNumberIsAStepBack() {
    assertEquals(new Refused(Fault.ROLLED_BACK), after(feed("desk", 4, NOON), NOON));
  }

  @Test
  void twoFeedsOfOneNumberAreOneTooMany() {
    assertEquals(new Refused(Fault.FORKED), after(feed("other", 5, NOON), NOON));
  }

  @Test
  void theSameFeedBeyondItsTimeIsHeldBack() {
    assertEquals(new Refused(Fault.FROZEN), after(KEPT, NOON.plus(Duration.ofDays(7))));
  }

  @Test
  void aFeedThatComesTooLateIsStale() {
    assertEquals(new Refused(Fault.STALE),
        after(feed("desk", 6, NOON), NOON.plus(Duration.ofDays(8))));
  }

  @Test
  void aFeedFromTheFutureIsRefused() {
    assertEquals(new Refused(Fault.AHEAD_OF_TIME),
        after(feed("desk", 6, NOON.plus(Duration.ofHours(25))), NOON));
  }
}
