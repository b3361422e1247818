package dev.holdfast.archive.restore;

import java.io.IOException;
import java.util.concurrent.FutureTask;

/// One piece of work on a thread of its own.
final class Background {
  private final FutureTask<Boolean> task;

  Background(Workers.Work work) {
    task = new FutureTask<>(() -> {
      work.run();
      return true;
    });
    Thread.ofVirtual().name("restore-media").start(task);
  }

  /// Waits for its end.
  void finish() throws IOException {
    Workers.await(task);
  }
}
