package dev.holdfast.vault.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.kernel.RequestId;
import dev.holdfast.kernel.VaultId;
import dev.holdfast.kernel.release.AlarmKind;
import dev.holdfast.kernel.release.RequestState;
import dev.holdfast.vault.Refusal;
import dev.holdfast.vault.epoch.EpochState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ReleaseRulesTest {
  static final long ASKED = 1_000_000;
  static final Duration WAIT = Duration.ofDays(3);
  static final long HOUR = Duration.ofHours(1).toMillis();
  static final long DAY = 24 * HOUR;
  static final ReleaseFacts OPEN = new ReleaseFacts(false, EpochState.ACTIVE);

  static ReleaseRequest request(RequestState state) {
    return new ReleaseRequest(new RequestId("ab".repeat(16)), new VaultId("cd".repeat(16)), 1,
        state, Instant.parse("2026-11-24T12:00:00Z"), ASKED, WAIT, false, 0, 0, Optional.empty(),
        true, ASKED, false);
  }

  static Refusal refusal(ReleaseRequest request, ReleaseFacts facts, long ran) {
    return assertInstanceOf(Decision.Refuse.class, ReleaseRules.decide(request, facts, ran))
        .refusal();
  }

  static boolean releases(ReleaseRequest request, ReleaseFacts facts, long ran) {
    return ReleaseRules.decide(request, facts, ran) instanceof Decision.Release;
  }

  @Test
  void nothingIsReleasedOneMillisecondBeforeTheWaitIsOver() {
    long over = ASKED + WAIT.toMillis();
    assertEquals(Refusal.WAITING,
        refusal(advanced(request(RequestState.WAITING), over - 1), OPEN, over - 1));
    assertTrue(releases(advanced(request(RequestState.WAITING), over), OPEN, over));
  }

  static ReleaseRequest advanced(ReleaseRequest request, long ran) {
    return ReleaseRules.advance(request, ran).request();
  }

  @Test
  void whatTheTimerHasNotMovedOnIsNotReleasedSoThatNoAlarmIsSkipped() {
    assertEquals(Refusal.WAITING,
        refusal(request(RequestState.WAITING), OPEN, ASKED + 100 * DAY));
  }

  @Test
  void withoutTheFactorNothingIsReleasedHoweverLongItWaits() {
    var unproven = new ReleaseRequest(new RequestId("ab".repeat(16)),
        new VaultId("cd".repeat(16)), 1, RequestState.RELEASABLE, Instant.EPOCH, ASKED, WAIT,
        false, 0, 90, Optional.empty(), false, ASKED, false);
    assertEquals(Refusal.FACTOR_MISSING, refusal(unproven, OPEN, ASKED + 100 * DAY));
  }

  @ParameterizedTest
  @EnumSource(value = RequestState.class, names = {"VETOED", "OPENED", "EXPIRED"})
  void whatHasEndedIsNeverReleased(RequestState ended) {
    for (var epoch : EpochState.values())
      assertFalse(releases(request(ended), new ReleaseFacts(false, epoch), ASKED + 100 * DAY));
  }

  @ParameterizedTest
  @EnumSource(value = RequestState.class, names = {"RELEASABLE", "RELEASED"})
  void aLockOrAnEpochNotInForceHoldsTheShareBack(RequestState running) {
    long over = ASKED + WAIT.toMillis();
    assertTrue(releases(request(running), OPEN, over));
    assertEquals(Refusal.LOCKED,
        refusal(request(running), new ReleaseFacts(true, EpochState.ACTIVE), over));
    for (var epoch : List.of(EpochState.DORMANT, EpochState.FROZEN, EpochState.DESTROYED))
      assertFalse(releases(request(running), new ReleaseFacts(false, epoch), over));
  }

  @ParameterizedTest
  @EnumSource(RequestState.class)
  void whoeverVetoesInTimeWinsInEveryState(RequestState state) {
    var request = request(state);
    if (!ReleaseRules.canBeVetoed(request)) return;
    var vetoed = request.in(RequestState.VETOED, ASKED + 5);
    assertEquals(Refusal.VETOED, refusal(vetoed, OPEN, ASKED + 100 * DAY));
    assertEquals(vetoed, ReleaseRules.advance(vetoed, ASKED + 100 * DAY).request());
    assertFalse(ReleaseRules.canRead(vetoed, ASKED + 6));
  }

  @Test
  void alarmsGoOutAtAQuarterAHalfAndNineTenthsAndAtTheEnd() {
    var told = new ArrayList<AlarmKind>();
    var request = request(RequestState.WAITING);
    for (long ran = ASKED; ran <= ASKED + WAIT.toMillis(); ran += HOUR) {
      var progress = ReleaseRules.advance(request, ran);
      told.addAll(progress.alarms());
      request = progress.request();
    }
    assertEquals(List.of(AlarmKind.WAITING_25, AlarmKind.WAITING_50, AlarmKind.WAITING_90,
        AlarmKind.RELEASABLE), told);
  }

  @Test
  void aTimerThatComesLateTellsEverythingBeforeTheEnd() {
    var progress = ReleaseRules.advance(request(RequestState.WAITING),
        ASKED + WAIT.toMillis() + DAY);
    assertEquals(List.of(AlarmKind.WAITING_25, AlarmKind.WAITING_50, AlarmKind.WAITING_90,
        AlarmKind.RELEASABLE), progress.alarms());
    assertEquals(RequestState.RELEASABLE, progress.request().state());
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void howeverOftenTheTimerComesEachAlarmIsToldOnceAndInOrder(int seed) {
    var random = new Random(seed);
    var told = new ArrayList<AlarmKind>();
    var request = request(RequestState.WAITING);
    long ran = ASKED;
    while (request.state() == RequestState.WAITING) {
      var progress = ReleaseRules.advance(request, ran);
      assertEquals(List.of(),
          ReleaseRules.advance(progress.request(), ran).alarms(), "asked twice it tells once");
      told.addAll(progress.alarms());
      request = progress.request();
      ran += random.nextLong(10 * HOUR);
    }
    assertEquals(List.of(AlarmKind.WAITING_25, AlarmKind.WAITING_50, AlarmKind.WAITING_90,
        AlarmKind.RELEASABLE), told);
    assertTrue(request.sinceRan() - ASKED >= WAIT.toMillis(), "never before the wait is over");
  }

  static IntStream seeds() {
    return IntStream.range(0, 50);
  }

  @ParameterizedTest
  @EnumSource(RequestState.class)
  void theTimerSleepsNoLongerThanUntilTheNextChange(RequestState state) {
    var request = request(state);
    long due = ReleaseRules.nextDue(request);
    if (due == Long.MAX_VALUE) {
      assertEquals(request, ReleaseRules.advance(request, ASKED + 1000 * DAY).request());
      return;
    }
    assertEquals(request, ReleaseRules.advance(request, due - 1).request());
    assertFalse(request.equals(ReleaseRules.advance(request, due).request()));
  }

  @Test
  void whatIsReleasableForAWeekAndNotFetchedExpires() {
    var request = request(RequestState.RELEASABLE);
    assertEquals(RequestState.RELEASABLE,
        ReleaseRules.advance(request, ASKED + 7 * DAY - 1).request().state());
    assertEquals(RequestState.EXPIRED,
        ReleaseRules.advance(request, ASKED + 7 * DAY).request().state());
  }

  @Test
  void aReleaseThatNobodyFollowsIsToldOnceAfterAnHourAndSpendsNothing() {
    var request = request(RequestState.RELEASED);
    assertEquals(List.of(), ReleaseRules.advance(request, ASKED + HOUR - 1).alarms());
    var progress = ReleaseRules.advance(request, ASKED + HOUR);
    assertEquals(List.of(AlarmKind.NOT_OPENED), progress.alarms());
    assertEquals(RequestState.RELEASED, progress.request().state());
    assertEquals(List.of(), ReleaseRules.advance(progress.request(), ASKED + 5 * HOUR).alarms());
  }

  @Test
  void aServerDownForTheWholeWaitReleasesNothingForAnotherQuarter() {
    var request = request(RequestState.WAITING);
    long started = ASKED + 1000;
    var held = ReleaseRules.afterStart(request, WAIT, started);
    long quarter = WAIT.toMillis() / 4;
    assertEquals(ASKED + WAIT.toMillis(), held.readyRan(), "the wait itself is longer than that");
    var nearlyOver = ReleaseRules.afterStart(request, WAIT, ASKED + WAIT.toMillis() - 5);
    assertEquals(Refusal.WAITING, refusal(nearlyOver, OPEN, ASKED + WAIT.toMillis() + quarter - 6));
    long over = ASKED + WAIT.toMillis() + quarter - 5;
    assertTrue(releases(advanced(nearlyOver, over), OPEN, over));
  }

  @Test
  void whatWasReleasableBeforeALongStopWaitsAQuarterAgainAndIsToldAgain() {
    var request = request(RequestState.RELEASABLE);
    long started = ASKED + WAIT.toMillis();
    var held = ReleaseRules.afterStart(request, WAIT, started);
    assertEquals(RequestState.WAITING, held.state());
    assertEquals(Refusal.WAITING, refusal(held, OPEN, started + WAIT.toMillis() / 4 - 1));
    var later = ReleaseRules.advance(held.alarmed(90), started + WAIT.toMillis() / 4);
    assertEquals(List.of(AlarmKind.RELEASABLE), later.alarms());
  }

  @ParameterizedTest
  @EnumSource(RequestState.class)
  void aShortStopChangesNothingInAnyState(RequestState state) {
    var request = request(state);
    assertEquals(request, ReleaseRules.afterStart(request, WAIT.dividedBy(4), ASKED + 5));
  }

  @ParameterizedTest
  @EnumSource(value = RequestState.class, names = {"RELEASED", "OPENED", "VETOED", "EXPIRED"})
  void aLongStopHoldsOnlyWhatWaits(RequestState state) {
    var request = request(state);
    assertEquals(request, ReleaseRules.afterStart(request, WAIT.multipliedBy(9), ASKED + 5));
  }

  @Test
  void oneRequestSaysNothingAboutAnother() {
    var vetoed = request(RequestState.VETOED);
    var other = request(RequestState.RELEASABLE);
    assertFalse(releases(vetoed, OPEN, ASKED + WAIT.toMillis()));
    assertTrue(releases(other, OPEN, ASKED + WAIT.toMillis()));
  }

  @Test
  void aMaskIsShownOnlyWhenTheShareCouldLeave() {
    long over = ASKED + WAIT.toMillis();
    assertTrue(ReleaseRules.showsMasks(request(RequestState.RELEASABLE), OPEN, over));
    assertFalse(ReleaseRules.showsMasks(request(RequestState.RELEASABLE), OPEN, over - 1));
    assertFalse(ReleaseRules.showsMasks(request(RequestState.RELEASABLE),
        new ReleaseFacts(true, EpochState.ACTIVE), over));
    assertFalse(ReleaseRules.showsMasks(request(RequestState.RELEASABLE),
        new ReleaseFacts(false, EpochState.FROZEN), over));
    for (var state : List.of(RequestState.WAITING, RequestState.VETOED, RequestState.EXPIRED,
        RequestState.OPENED))
      assertFalse(ReleaseRules.showsMasks(request(state), OPEN, over + 100 * DAY));
  }

  @Test
  void aReleasedRequestReadsForAWeekAndAnOpenedOneForADay() {
    assertTrue(ReleaseRules.canRead(request(RequestState.RELEASED), ASKED + 7 * DAY - 1));
    assertFalse(ReleaseRules.canRead(request(RequestState.RELEASED), ASKED + 7 * DAY));
    assertTrue(ReleaseRules.canRead(request(RequestState.OPENED), ASKED + DAY - 1));
    assertFalse(ReleaseRules.canRead(request(RequestState.OPENED), ASKED + DAY));
    for (var state : List.of(RequestState.WAITING, RequestState.RELEASABLE, RequestState.EXPIRED))
      assertFalse(ReleaseRules.canRead(request(state), ASKED));
  }

  @Test
  void aVaultWithoutAChannelWaitsTwiceAsLongUnlessTheServerIsOnLoopback() {
    var network = new ReleaseTerms(Duration.ofMinutes(10), 5, false);
    var loopback = new ReleaseTerms(Duration.ofMinutes(10), 5, true);
    assertEquals(WAIT.multipliedBy(2), network.wait(WAIT, false, 0));
    assertEquals(WAIT, network.wait(WAIT, false, 1));
    assertEquals(WAIT, loopback.wait(WAIT, false, 0));
    assertEquals(Duration.ofMinutes(20), network.wait(WAIT, true, 0));
    assertEquals(Duration.ofSeconds(5), loopback.wait(Duration.ofSeconds(5), true, 0),
        "a device never waits longer than the policy says");
  }
}
