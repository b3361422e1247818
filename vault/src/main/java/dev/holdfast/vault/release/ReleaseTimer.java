package dev.holdfast.vault.release;

import dev.holdfast.kernel.RequestId;
import dev.holdfast.kernel.release.RequestState;
import dev.holdfast.vault.alarm.Alarms;
import dev.holdfast.vault.change.Changes;
import dev.holdfast.vault.database.Database;
import dev.holdfast.vault.log.AuditLog;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The server's own clock hand: it saves the time that has run, raises the alarms that are due and
/// moves requests on, whether or not anybody ever calls.
public final class ReleaseTimer implements AutoCloseable {
  private static final Logger logger = LoggerFactory.getLogger(ReleaseTimer.class);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
  private static final Duration STOP = Duration.ofSeconds(20);
  private static final long SHORTEST_PAUSE_MILLIS = 10;

  private final Database database;
  private final AuditLog log;
  private final Advancing advancing;
  private final Semaphore bell = new Semaphore(0);
  private final Thread thread = Thread.ofPlatform()
      .name("release-timer")
      .daemon()
      .unstarted(this::run);
  private volatile boolean closed;

  /// The timer of one server.
  public ReleaseTimer(Database database, Alarms alarms, AuditLog log, Changes changes) {
    this.database = database;
    this.log = log;
    advancing = new Advancing(alarms, log, changes);
  }

  /// What has to happen before anybody is served: alarms that are due, and the hold after a long
  /// time down.
  public void begin() {
    database.change(tx -> {
      for (var request : RequestStore.running(tx.db())) {
        var held = ReleaseRules.afterStart(request, database.meter().downtime(), tx.ran());
        if (!held.equals(request)) {
          RequestStore.update(tx, held);
          log.append(tx, held.vault(), "held-after-start", held.id().hex());
        }
      }
    });
    tick();
  }

  /// Runs in a thread of its own until [#close].
  public void start() {
    thread.start();
  }

  /// Something changed that the timer may have to look at sooner.
  public void wake() {
    bell.release();
  }

  /// One round: saves the time and does what is due. Each request has a transaction of its own, so
  /// that trouble with one never silences the alarms of another.
  public void tick() {
    database.tick();
    for (var request : database.read(RequestStore::running))
      if (ReleaseRules.nextDue(request) <= database.meter().ran()) advance(request.id());
  }

  private void advance(RequestId id) {
    try {
      database.change(tx -> advancing.advance(tx, Requests.found(tx.db(), id)));
    } catch (RuntimeException e) {
      logger.error("a request cannot go on request={} kind={}", id, e.getClass().getName());
    }
  }

  private void run() {
    while (!closed) {
      try {
        if (bell.tryAcquire(pause().toMillis(), TimeUnit.MILLISECONDS)) bell.drainPermits();
        if (!closed) tick();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      } catch (RuntimeException e) {
        if (closed) return;
        logger.error("release timer stumbled kind={}", e.getClass().getName());
        bell.drainPermits();
      }
    }
  }

  /// Until the next thing is due, but not longer than the time that may be lost by a stop.
  private Duration pause() {
    long ran = database.meter().ran();
    var running = database.read(RequestStore::running);
    long pause = LONGEST_PAUSE.toMillis();
    for (var request : running) {
      pause = Math.min(pause, ReleaseRules.nextDue(request) - ran);
      if (request.state() == RequestState.WAITING)
        pause = Math.min(pause, request.waiting().toMillis() / 100);
    }
    return Duration.ofMillis(Math.max(SHORTEST_PAUSE_MILLIS, pause));
  }

  @Override
  public void close() {
    closed = true;
    bell.release();
    try {
      if (thread.isAlive()) thread.join(STOP);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
