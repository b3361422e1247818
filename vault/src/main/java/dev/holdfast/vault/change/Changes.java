package dev.holdfast.vault.change;

import dev.holdfast.kernel.VaultId;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// A bell for each vault. Whoever waits remembers the count it has seen, looks at the database, and
/// waits for another count; so no ring is ever missed.
public final class Changes {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition rung = lock.newCondition();
  private final Map<VaultId, Long> counts = new HashMap<>();
  private boolean closed;

  /// How often the bell of `vault` has rung.
  public long count(VaultId vault) {
    lock.lock();
    try {
      return counts.getOrDefault(vault, 0L);
    } finally {
      lock.unlock();
    }
  }

  /// Something about `vault` has changed and is on disk.
  public void ring(VaultId vault) {
    lock.lock();
    try {
      counts.merge(vault, 1L, Long::sum);
      rung.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /// Waits until the count of `vault` differs from `seen`, but not longer than `patience`.
  ///
  /// @return true if it differs, false if the time is over or the server stops
  public boolean await(VaultId vault, long seen, Duration patience) throws InterruptedException {
    long left = patience.toNanos();
    lock.lock();
    try {
      while (!closed && counts.getOrDefault(vault, 0L) == seen && left > 0)
        left = rung.awaitNanos(left);
      return !closed && counts.getOrDefault(vault, 0L) != seen;
    } finally {
      lock.unlock();
    }
  }

  /// True once the server stops.
  public boolean closed() {
    lock.lock();
    try {
      return closed;
    } finally {
      lock.unlock();
    }
  }

  /// Sends everybody home.
  public void close() {
    lock.lock();
    try {
      closed = true;
      rung.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
