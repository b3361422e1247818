package dev.holdfast.archive.restore;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Two threads that fetch, open and write while the caller does something else.
final class Workers implements AutoCloseable {
  private static final int WAITING = 256;

  /// A piece of work.
  @FunctionalInterface
  interface Work {
    void run() throws IOException;
  }

  private final ExecutorService threads = Executors.newFixedThreadPool(2,
      Thread.ofPlatform().daemon().name("restore-", 1).factory());
  private final Deque<Future<?>> begun = new ArrayDeque<>();

  /// Hands over work; waits while much is waiting.
  void submit(Work work) throws IOException {
    if (begun.size() >= WAITING) await(begun.remove());
    begun.add(threads.submit(() -> {
      work.run();
      return null;
    }));
  }

  /// Waits for all of it.
  void finish() throws IOException {
    while (!begun.isEmpty())
      await(begun.remove());
  }

  static void await(Future<?> future) throws IOException {
    try {
      future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case IOException io -> throw io;
        case RuntimeException runtime -> throw runtime;
        case Error error -> throw error;
        case null, default -> throw new IllegalStateException(e.getCause());
      }
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
    try {
      threads.awaitTermination(1, java.util.concurrent.TimeUnit.MINUTES);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
