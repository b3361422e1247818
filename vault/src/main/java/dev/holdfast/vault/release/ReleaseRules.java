package dev.holdfast.vault.release;

import dev.holdfast.kernel.release.AlarmKind;
import dev.holdfast.kernel.release.RequestState;
import dev.holdfast.vault.Refusal;
import dev.holdfast.vault.epoch.EpochState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// The release state machine (docs/protocol.md, section 6), from facts and run time alone: no
/// clock, no database, nobody who would have to log in.
final class ReleaseRules {
  /// How long a request stays releasable, and a released one readable.
  static final Duration STANDS = Duration.ofDays(7);

  /// When "opened" is due after the share was handed out.
  static final Duration OPENED_DUE = Duration.ofHours(1);

  /// How long an opener may read after it said "opened".
  static final Duration READS_ON = Duration.ofHours(24);

  private ReleaseRules() {}

  /// What has become of a request by now. Asked again with the same time, it changes nothing more.
  static Progress advance(ReleaseRequest request, long ran) {
    return switch (request.state()) {
      case WAITING -> wait(request, ran);
      case RELEASABLE -> over(request, STANDS, ran)
          ? new Progress(request.in(RequestState.EXPIRED, ran), List.of())
          : new Progress(request, List.of());
      case RELEASED -> released(request, ran);
      case OPENED, VETOED, EXPIRED -> new Progress(request, List.of());
    };
  }

  private static Progress wait(ReleaseRequest request, long ran) {
    var alarms = new ArrayList<AlarmKind>();
    var now = request;
    for (var mark : Mark.values()) {
      if (now.alarmed() >= mark.percent || !reached(now, mark.percent, ran)) continue;
      alarms.add(mark.alarm);
      now = now.alarmed(mark.percent);
    }
    if (now.remaining(ran) == 0) {
      now = now.in(RequestState.RELEASABLE, ran);
      alarms.add(AlarmKind.RELEASABLE);
    }
    return new Progress(now, alarms);
  }

  private static Progress released(ReleaseRequest request, long ran) {
    if (over(request, STANDS, ran))
      return new Progress(request.in(RequestState.EXPIRED, ran), List.of());
    if (!request.notOpenedAlarmed() && over(request, OPENED_DUE, ran))
      return new Progress(request.withNotOpenedAlarm(),
          List.of(AlarmKind.NOT_OPENED));
    return new Progress(request, List.of());
  }

  private enum Mark {
    QUARTER(25, AlarmKind.WAITING_25), HALF(50, AlarmKind.WAITING_50), NEARLY(90,
        AlarmKind.WAITING_90);

    final int percent;
    final AlarmKind alarm;

    Mark(int percent, AlarmKind alarm) {
      this.percent = percent;
      this.alarm = alarm;
    }
  }

  private static boolean reached(ReleaseRequest request, int percent, long ran) {
    return ran >= markRan(request, percent);
  }

  private static long markRan(ReleaseRequest request, int percent) {
    return request.askedRan() + request.waiting().toMillis() * percent / 100;
  }

  private static boolean over(ReleaseRequest request, Duration time, long ran) {
    return ran - request.sinceRan() >= time.toMillis();
  }

  /// The run time at which [#advance] will next do something; far away if never.
  static long nextDue(ReleaseRequest request) {
    return switch (request.state()) {
      case WAITING -> nextMark(request);
      case RELEASABLE -> request.sinceRan() + STANDS.toMillis();
      case RELEASED -> request.sinceRan()
          + (request.notOpenedAlarmed() ? STANDS : OPENED_DUE).toMillis();
      case OPENED, VETOED, EXPIRED -> Long.MAX_VALUE;
    };
  }

  private static long nextMark(ReleaseRequest request) {
    for (var mark : Mark.values())
      if (request.alarmed() < mark.percent)
        return Math.min(markRan(request, mark.percent), request.readyRan());
    return request.readyRan();
  }

  /// After a start: whoever could not see alarms or veto while the server was down gets another
  /// quarter of the wait to do so.
  static ReleaseRequest afterStart(ReleaseRequest request, Duration downtime, long ran) {
    boolean waits = request.state() == RequestState.WAITING
        || request.state() == RequestState.RELEASABLE;
    long quarter = request.waiting().toMillis() / 4;
    if (!waits || downtime.toMillis() <= quarter) return request;
    var held = request.heldUntil(Math.max(request.holdRan(), ran + quarter));
    return held.state() == RequestState.RELEASABLE
        ? held.in(RequestState.WAITING, ran)
        : held;
  }

  /// Whether the share is handed out. One that was handed out to this request is handed out again:
  /// the answer may have been lost.
  static Decision decide(ReleaseRequest request, ReleaseFacts facts, long ran) {
    return switch (request.state()) {
      case VETOED -> refuse(Refusal.VETOED, "the request was vetoed", "");
      case OPENED, EXPIRED -> refuse(Refusal.ENDED, "the request has ended", "ask again");
      case WAITING, RELEASABLE, RELEASED -> decideRunning(request, facts, ran);
    };
  }

  private static Decision decideRunning(ReleaseRequest request, ReleaseFacts facts, long ran) {
    switch (facts.epoch()) {
      case ACTIVE -> {
      }
      case DORMANT -> {
        return refuse(Refusal.NOT_ALLOWED, "this code belongs to the reserve, not in force yet",
            "a re-key from an enrolled device brings it into force");
      }
      case FROZEN, DESTROYED -> {
        return refuse(Refusal.ENDED, "the request has ended", "the code is spent");
      }
    }
    if (facts.locked())
      return refuse(Refusal.LOCKED, "the vault is locked", "unlock it with the factor, or re-key");
    if (request.state() == RequestState.WAITING || request.remaining(ran) > 0)
      return refuse(Refusal.WAITING, "the waiting period is not over", "ask again later");
    if (!request.proven())
      return refuse(Refusal.FACTOR_MISSING, "the factor is not proved yet",
          "give the unlock file, or let another device approve");
    return new Decision.Release();
  }

  private static Decision refuse(Refusal refusal, String detail, String hint) {
    return new Decision.Refuse(refusal, detail, hint);
  }

  /// True if a requester may see the masks of those who approved: everything holds that a release
  /// needs, but the proof of the factor for which the masks are wanted.
  static boolean showsMasks(ReleaseRequest request, ReleaseFacts facts, long ran) {
    boolean waited = request.state() == RequestState.RELEASABLE
        || request.state() == RequestState.RELEASED;
    return waited && request.remaining(ran) == 0 && !facts.locked()
        && facts.epoch() == EpochState.ACTIVE;
  }

  /// True if somebody may still object.
  static boolean canBeVetoed(ReleaseRequest request) {
    return !request.state().ended();
  }

  /// True if the requester may read the vault.
  static boolean canRead(ReleaseRequest request, long ran) {
    return switch (request.state()) {
      case RELEASED -> !over(request, STANDS, ran);
      case OPENED -> !over(request, READS_ON, ran);
      case WAITING, RELEASABLE, VETOED, EXPIRED -> false;
    };
  }
}
