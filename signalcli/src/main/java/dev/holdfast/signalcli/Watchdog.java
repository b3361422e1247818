package dev.holdfast.signalcli;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;

/// Closes a stream on which nothing was heard for too long: the reader then sees it end.
final class Watchdog implements AutoCloseable {
  private final Duration silence;
  private final Closeable stream;
  private final Thread thread;
  private volatile long heard = System.nanoTime();
  private volatile boolean working;

  private Watchdog(Duration silence, Closeable stream) {
    this.silence = silence;
    this.stream = stream;
    thread = Thread.ofVirtual().unstarted(this::watch);
  }

  static Watchdog over(Duration silence, Closeable stream) {
    var watch = new Watchdog(silence, stream);
    watch.thread.start();
    return watch;
  }

  void alive() {
    heard = System.nanoTime();
    working = false;
  }

  /// What was heard is being worked on: that takes as long as it takes.
  void busy() {
    working = true;
  }

  private void watch() {
    try {
      while (true) {
        long left = silence.toNanos() - (System.nanoTime() - heard);
        if (left <= 0 && !working) {
          stream.close();
          return;
        }
        Thread.sleep(Duration.ofNanos(Math.max(left, 1_000_000)));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      // it was closed already
    }
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
