package dev.holdfast.archive.split;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Two workers that read, check and pack, and three that seal and send, while the calling thread
/// goes on. Results come back to the caller in the order of the orders, so that the same source
/// always makes the same packs.
final class Pipeline implements AutoCloseable {
  /// So much may wait to be taken back.
  private static final long WINDOW_BYTES = 24 << 20;
  private static final int WINDOW_ITEMS = 64;
  /// So many packs may be on their way to the store: while one is forced to its disk, others
  /// are sealed.
  private static final int SENDING = 3;
  private static final long FREE_BYTES = 16 << 20;

  /// Takes a result on the calling thread.
  @FunctionalInterface
  interface Use<T> {
    void take(T result) throws IOException;
  }

  private record Ordered<T>(long weight, Future<T> result, Use<T> use) {
    void settle() throws IOException {
      use.take(await(result));
    }
  }

  private final ExecutorService workers = Executors.newFixedThreadPool(2,
      Thread.ofPlatform().daemon().name("backup-", 1).factory());
  private final ExecutorService senders = Executors.newFixedThreadPool(SENDING,
      Thread.ofPlatform().daemon().name("sending-", 1).factory());
  private final Buffers buffers = new Buffers(FREE_BYTES);
  private final Deque<Ordered<?>> window = new ArrayDeque<>();
  private final Deque<Future<?>> sending = new ArrayDeque<>();
  private long windowBytes;

  /// Orders work whose result the caller takes later.
  ///
  /// @param weight bytes of memory that the result will take, about
  <T> void order(long weight, Callable<T> work, Use<T> use) throws IOException {
    while (!window.isEmpty()
        && (windowBytes + weight > WINDOW_BYTES || window.size() >= WINDOW_ITEMS))
      settleFirst();
    windowBytes += weight;
    window.add(new Ordered<>(weight, workers.submit(work), use));
  }

  private void settleFirst() throws IOException {
    var first = window.remove();
    windowBytes -= first.weight;
    first.settle();
  }

  /// Takes back everything that was ordered.
  void settle() throws IOException {
    while (!window.isEmpty())
      settleFirst();
  }

  /// Sends something; waits while too much is on its way.
  <T> Future<T> send(Callable<T> work) throws IOException {
    while (sending.size() >= SENDING)
      await(sending.remove());
    var future = senders.submit(work);
    sending.add(future);
    return future;
  }

  /// Arrays for what is under way here.
  Buffers buffers() {
    return buffers;
  }

  /// Waits until everything that was sent has arrived.
  void arrive() throws IOException {
    while (!sending.isEmpty())
      await(sending.remove());
  }

  /// The result, or what went wrong as the caller would have seen it.
  static <T> T await(Future<T> future) throws IOException {
    try {
      return future.get();
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

  /// Ends the workers; what they have begun is interrupted.
  @Override
  public void close() {
    workers.shutdownNow();
    senders.shutdownNow();
  }
}
