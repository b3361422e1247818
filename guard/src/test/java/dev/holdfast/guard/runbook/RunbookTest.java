package dev.holdfast.guard.runbook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RunbookTest {
  static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

  static List<Todo> todos(Phone phone, Optional<Instant> when, Given... given) {
    return Runbook.steps(new Situation(Set.of(given), when, phone), NOON);
  }

  static List<Step> steps(Given... given) {
    return todos(Phone.ANDROID, Optional.empty(), given).stream().map(Todo::step).toList();
  }

  @Test
  void whoGaveNothingKeepsTheChatAndReportsIt() {
    assertEquals(List.of(Step.STOP_ANSWERING, Step.REPORT), steps(Given.NOTHING));
    assertEquals(steps(Given.NOTHING), steps());
  }

  @Test
  void aGivenKeyIsReplacedBeforeAllThatFollows() {
    assertEquals(
        List.of(Step.STOP_ANSWERING, Step.WHO_HOLDS, Step.ROTATE_KEY, Step.NEW_BACKUP,
            Step.OLD_FOLDERS, Step.REMOVE_DEVICES, Step.NEW_PIN, Step.AUTHENTICATOR,
            Step.EXPOSURE, Step.TELL_CONTACTS, Step.REPORT, Step.CHECK_AGAIN),
        steps(Given.RECOVERY_KEY));
  }

  @Test
  void aLostAccountIsTakenBackBeforeTheKeyIsReplaced() {
    var steps = steps(Given.RECOVERY_KEY, Given.ACCOUNT_LOST);
    assertEquals(List.of(Step.STOP_ANSWERING, Step.REGISTER_AGAIN, Step.ROTATE_KEY),
        steps.subList(0, 3));
    assertTrue(Runbook.needsNewKey(todos(Phone.IOS, Optional.empty(), Given.ACCOUNT_LOST)));
  }

  @Test
  void aForeignDeviceGoesBeforeTheNewKeyIsMadeSinceItWouldBeToldIt() {
    var steps = steps(Given.RECOVERY_KEY, Given.QR);
    assertTrue(steps.indexOf(Step.REMOVE_DEVICES) < steps.indexOf(Step.ROTATE_KEY));
    assertEquals(1, steps.stream().filter(s -> s == Step.REMOVE_DEVICES).count());
  }

  @Test
  void aCodeOrPinOpensNoOldMessages() {
    var steps = steps(Given.PIN, Given.CODE);
    assertFalse(steps.contains(Step.EXPOSURE));
    assertFalse(steps.contains(Step.ROTATE_KEY));
    assertTrue(steps.contains(Step.REGISTER_AGAIN));
  }

  @Test
  void aSharedScreenIsEndedFirstAndTheKeyIsReplacedIfItWasOnIt() {
    var steps = steps(Given.SCREEN_SHARE);
    assertEquals(Step.STOP_SHARING, steps.get(0));
    assertTrue(steps.contains(Step.ROTATE_IF_SEEN));
    assertFalse(steps(Given.SCREEN_SHARE, Given.RECOVERY_KEY).contains(Step.ROTATE_IF_SEEN));
  }

  @Test
  void theClocksAreThoseOfTheServers() {
    var todos = todos(Phone.ANDROID, Optional.of(NOON.minus(Duration.ofDays(2))),
        Given.RECOVERY_KEY, Given.CODE);
    assertEquals(new Term(Term.Kind.AGAIN, List.of(NOON.plus(Duration.ofDays(7)))),
        term(todos, Step.REGISTER_AGAIN));
    assertEquals(new Term(Term.Kind.UNTIL, List.of(NOON.plus(Duration.ofDays(8)))),
        term(todos, Step.NEW_BACKUP));
    assertEquals(new Term(Term.Kind.SINCE, List.of(NOON.minus(Duration.ofDays(2)))),
        term(todos, Step.TELL_CONTACTS));
    assertEquals(
        List.of(NOON.plus(Duration.ofHours(24)), NOON.plus(Duration.ofDays(8)),
            NOON.plus(Duration.ofDays(30))),
        term(todos, Step.CHECK_AGAIN).at());
  }

  static Term term(List<Todo> todos, Step step) {
    return todos.stream()
        .filter(todo -> todo.step() == step)
        .findFirst()
        .orElseThrow()
        .term()
        .orElseThrow();
  }

  @Test
  void anIphoneHasNoFoldersOfOldBackups() {
    assertTrue(todos(Phone.IOS, Optional.empty(), Given.RECOVERY_KEY).stream()
        .noneMatch(todo -> todo.step() == Step.OLD_FOLDERS));
  }

  @ParameterizedTest
  @EnumSource(value = Given.class, names = "NOTHING", mode = EnumSource.Mode.EXCLUDE)
  void whateverWasGivenEndsWithContactsReportAndLookingAgain(Given given) {
    var steps = steps(given);
    assertEquals(List.of(Step.TELL_CONTACTS, Step.REPORT, Step.CHECK_AGAIN),
        steps.subList(steps.size() - 3, steps.size()));
    assertEquals(steps.size(), EnumSet.copyOf(steps).size());
  }

  @ParameterizedTest
  @EnumSource(Given.class)
  void nothingMoreIsLeftOutByGivingMore(Given given) {
    var all = EnumSet.copyOf(steps(Given.values()));
    if (given == Given.ACCOUNT_LOST || given == Given.RECOVERY_KEY)
      assertTrue(all.containsAll(steps(Given.ACCOUNT_LOST)));
    all.add(Step.WHO_HOLDS);
    all.add(Step.ROTATE_IF_SEEN);
    assertTrue(all.containsAll(steps(given)));
  }
}
