package dev.holdfast.guard.runbook;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Which steps still help, in the order in which they help (docs/respond.md).
public final class Runbook {
  /// A registration lock lapses when the account was not seen for so long.
  static final Duration LOCK_LAPSES = Duration.ofDays(7);
  /// So long a copy in the cloud may be read with what was issued for the old key.
  static final Duration OLD_COPY = Duration.ofDays(8);
  private static final List<Duration> LOOK_AGAIN = List.of(Duration.ofHours(24),
      Duration.ofDays(8), Duration.ofDays(30));

  private final Situation situation;
  private final Instant now;
  private final List<Todo> todos = new ArrayList<>();

  private Runbook(Situation situation, Instant now) {
    this.situation = situation;
    this.now = now;
  }

  /// The steps for a situation, first things first.
  public static List<Todo> steps(Situation situation, Instant now) {
    var runbook = new Runbook(situation, now);
    runbook.fill();
    return List.copyOf(runbook.todos);
  }

  /// True if a new recovery key is among the steps.
  public static boolean needsNewKey(List<Todo> todos) {
    return todos.stream().anyMatch(todo -> todo.step() == Step.ROTATE_KEY);
  }

  private void fill() {
    if (situation.has(Given.SCREEN_SHARE)) add(Step.STOP_SHARING);
    add(Step.STOP_ANSWERING);
    if (situation.harmed()) {
      account();
      key();
      locks();
      afterwards();
    }
    add(Step.REPORT);
    if (situation.harmed())
      add(Step.CHECK_AGAIN, Term.Kind.CHECK, LOOK_AGAIN.stream().map(now::plus).toList());
  }

  private void account() {
    var lost = situation.has(Given.ACCOUNT_LOST);
    if (!lost) add(Step.WHO_HOLDS);
    if (lost || situation.has(Given.PIN) || situation.has(Given.CODE))
      add(Step.REGISTER_AGAIN, Term.Kind.AGAIN, List.of(now.plus(LOCK_LAPSES)));
  }

  /// The key before all that follows; only a foreign linked device goes first, because a linked
  /// device is told the new key.
  private void key() {
    var rotate = situation.has(Given.RECOVERY_KEY) || situation.has(Given.ACCOUNT_LOST);
    if (situation.linked()) add(Step.REMOVE_DEVICES);
    if (rotate) {
      add(Step.ROTATE_KEY, Term.Kind.NOW, List.of());
      add(Step.NEW_BACKUP, Term.Kind.UNTIL, List.of(now.plus(OLD_COPY)));
      if (situation.phone() != Phone.IOS) add(Step.OLD_FOLDERS);
    } else if (situation.has(Given.SCREEN_SHARE)) {
      add(Step.ROTATE_IF_SEEN, Term.Kind.NOW, List.of());
    }
    if (!situation.linked()) add(Step.REMOVE_DEVICES);
  }

  private void locks() {
    add(Step.NEW_PIN);
    add(Step.AUTHENTICATOR);
  }

  private void afterwards() {
    if (readable()) since(Step.EXPOSURE);
    since(Step.TELL_CONTACTS);
  }

  /// A code or PIN alone opens no old messages.
  private boolean readable() {
    return situation.given().stream().anyMatch(g -> g != Given.PIN && g != Given.CODE);
  }

  private void since(Step step) {
    todos.add(new Todo(step,
        situation.when().map(when -> new Term(Term.Kind.SINCE, List.of(when)))));
  }

  private void add(Step step) {
    todos.add(new Todo(step, Optional.empty()));
  }

  private void add(Step step, Term.Kind kind, List<Instant> at) {
    todos.add(new Todo(step, Optional.of(new Term(kind, at))));
  }
}
