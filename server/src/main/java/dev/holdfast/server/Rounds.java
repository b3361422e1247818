package dev.holdfast.server;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Does something at the start and again and again; a round that fails does not end the rounds.
final class Rounds implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Rounds.class);
  private static final Duration STOP = Duration.ofSeconds(10);

  private final CountDownLatch stopped = new CountDownLatch(1);
  private final Thread thread;

  private Rounds(Duration pause, Runnable round) {
    thread = Thread.ofPlatform().name("rounds").daemon().unstarted(() -> run(pause, round));
  }

  static Rounds every(Duration pause, Runnable round) {
    var rounds = new Rounds(pause, round);
    rounds.thread.start();
    return rounds;
  }

  private void run(Duration pause, Runnable round) {
    try {
      do
        safely(round);
      while (!stopped.await(pause.toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void safely(Runnable round) {
    try {
      round.run();
    } catch (RuntimeException e) {
      log.error("a round failed kind={}", e.getClass().getName());
    }
  }

  @Override
  public void close() {
    stopped.countDown();
    try {
      thread.join(STOP);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
