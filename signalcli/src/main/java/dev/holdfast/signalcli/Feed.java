package dev.holdfast.signalcli;

import dev.holdfast.signalcli.SignalCliException.Kind;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// What arrives, over as many connections as it takes.
///
/// An event is handed to the sink before the next one is read, and the place in the stream moves on
/// only once the sink has it: whatever was sent is in the sink, however often the line is cut.
public final class Feed implements AutoCloseable {
  private static final Duration FIRST_WAIT = Duration.ofMillis(250);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);
  /// No daemon has this id, so that one that resumes sends all it kept since the first connection.
  private static final String EVERYTHING = "0";
  private static final int REMEMBERED = 10_000;

  private final Daemon daemon;
  private final Sink sink;
  private final Duration firstWait;
  private final LinkedHashSet<String> seen = new LinkedHashSet<>();
  private final CountDownLatch stopped = new CountDownLatch(1);
  private Duration wait;
  private volatile String lastId;

  /// Takes events for good.
  public interface Sink {
    /// Keeps an event, durably, before it returns. If it throws, the feed ends with that.
    ///
    /// @param id where the stream is once this event is kept; empty if the daemon does not say
    void keep(Event event, String id);

    /// The line was made or lost; to be told to people, not an error.
    void line(boolean connected);
  }

  /// @param daemon lent; closed to stop
  /// @param lastId where the sink got to in an earlier run; empty for none
  public Feed(Daemon daemon, String lastId, Sink sink) {
    this(daemon, lastId, sink, FIRST_WAIT);
  }

  Feed(Daemon daemon, String lastId, Sink sink, Duration firstWait) {
    this.daemon = daemon;
    this.lastId = lastId;
    this.sink = sink;
    this.firstWait = firstWait;
    wait = firstWait;
  }

  /// Runs until it is closed.
  ///
  /// @throws SignalCliException REFUSED if there is no use in trying again
  public void run() {
    while (stopped.getCount() > 0) {
      try {
        daemon.listen(lastId, listener());
      } catch (SignalCliException e) {
        if (e.kind() == Kind.REFUSED && stopped.getCount() > 0) throw e;
      }
      if (stopped.getCount() > 0) pause();
    }
  }

  private Daemon.Listener listener() {
    return new Daemon.Listener() {
      @Override
      public void connected() {
        if (lastId.isEmpty()) lastId = EVERYTHING;
        sink.line(true);
      }

      @Override
      public void arrived(Event event, String id) {
        wait = firstWait;
        if (isNew(event)) sink.keep(event, id);
        remember(event);
        if (!id.isEmpty()) lastId = id;
      }
    };
  }

  private boolean isNew(Event event) {
    return event.key().isEmpty() || !seen.contains(event.key());
  }

  private void remember(Event event) {
    if (event.key().isEmpty() || !seen.add(event.key()) || seen.size() <= REMEMBERED) return;
    Iterator<String> oldest = seen.iterator();
    oldest.next();
    oldest.remove();
  }

  private void pause() {
    sink.line(false);
    try {
      if (stopped.await(wait.toMillis(), TimeUnit.MILLISECONDS)) return;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      stopped.countDown();
    }
    var twice = wait.multipliedBy(2);
    wait = twice.compareTo(LONGEST_WAIT) < 0 ? twice : LONGEST_WAIT;
  }

  /// Ends [#run] soon.
  @Override
  public void close() {
    stopped.countDown();
    daemon.close();
  }
}
