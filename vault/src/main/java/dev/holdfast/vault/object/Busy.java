package dev.holdfast.vault.object;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// Lets one thread at a time work on an object.
final class Busy {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition left = lock.newCondition();
  private final Set<ObjectShelf.Key> keys = new HashSet<>();

  /// Held until it is closed.
  interface Turn extends AutoCloseable {
    @Override
    void close();
  }

  /// Waits for a turn; null if it does not come in time.
  @Nullable
  Turn turn(ObjectShelf.Key key, Duration patience) {
    long nanos = patience.toNanos();
    lock.lock();
    try {
      while (keys.contains(key)) {
        if (nanos <= 0) return null;
        nanos = left.awaitNanos(nanos);
      }
      keys.add(key);
      return () -> leave(key);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return null;
    } finally {
      lock.unlock();
    }
  }

  private void leave(ObjectShelf.Key key) {
    lock.lock();
    try {
      keys.remove(key);
      left.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
