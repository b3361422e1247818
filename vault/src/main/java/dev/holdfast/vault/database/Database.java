package dev.holdfast.vault.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The database: one writer behind a fair lock, some readers. Each write also counts the server's
/// state up by one and saves the time it has run, so neither can fall behind what was promised.
public final class Database implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Database.class);
  private static final int READERS = 4;

  private final Connections connections;
  private final ReentrantLock writing = new ReentrantLock(true);
  private final List<Connection> opened = new ArrayList<>();
  private final Handle writer;
  private final BlockingQueue<Handle> readers = new ArrayBlockingQueue<>(READERS);
  private final RunMeter meter;
  private final boolean serving;
  private final AtomicLong counter = new AtomicLong();

  /// @param connections to a database whose schema is up to date
  /// @param serving true if the server runs; only then time counts
  /// @throws SQLException if it cannot be opened
  public Database(Connections connections, TimeSource time, boolean serving)
      throws SQLException {
    this.connections = connections;
    this.serving = serving;
    writer = handle(connections.writer());
    for (int i = 0; i < READERS; i++)
      readers.add(handle(connections.reader()));
    record Saved(long counter, long ran, long savedAt) {}
    var saved = writer.createQuery("select counter, ran, saved_at from server_state")
        .map((row, context) -> new Saved(row.getLong(1), row.getLong(2), row.getLong(3)))
        .one();
    counter.set(saved.counter);
    meter = new RunMeter(time, saved.ran,
        saved.savedAt == 0 ? null : Instant.ofEpochMilli(saved.savedAt));
  }

  /// Runs `work` in one transaction; it is on disk when this returns. An exception undoes it.
  public <T> T write(Function<Tx, T> work) {
    Tx tx;
    T answer;
    writing.lock();
    try {
      writer.execute(connections.beginWriting());
      try {
        tx = new Tx(writer, meter.now(), meter.ran());
        answer = work.apply(tx);
        save(tx);
        writer.execute("commit");
        counter.incrementAndGet();
      } catch (RuntimeException | Error e) {
        undo(e);
        throw e;
      }
    } finally {
      writing.unlock();
    }
    tx.steps().forEach(Database::safely);
    return answer;
  }

  /// The change is on disk: whatever a later step meets, the caller is told that it was made.
  private static void safely(Runnable step) {
    try {
      step.run();
    } catch (RuntimeException e) {
      log.error("a step behind a change failed kind={}", e.getClass().getName());
    }
  }

  /// [#write] without an answer.
  public void change(Consumer<Tx> work) {
    write(tx -> {
      work.accept(tx);
      return true;
    });
  }

  /// Runs `query` on a reader; it sees everything committed before.
  public <T> T read(Function<Handle, T> query) {
    Handle reader;
    try {
      reader = readers.take();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("stopped while waiting for the database", e);
    }
    try {
      return query.apply(reader);
    } finally {
      readers.add(reader);
    }
  }

  /// Saves the time that has run, nothing else.
  public void tick() {
    change(tx -> {});
  }

  /// Lets the state counter jump to `value` with the transaction.
  public void jump(Tx tx, long value) {
    tx.db().execute("update server_state set counter = max(counter, ?)", value);
    tx.after(() -> raise(value));
  }

  private void raise(long value) {
    writing.lock();
    try {
      counter.accumulateAndGet(value + 1, Math::max);
    } finally {
      writing.unlock();
    }
  }

  /// How many durable changes this server has made; grows for ever.
  public long counter() {
    return counter.get();
  }

  /// The clocks.
  public RunMeter meter() {
    return meter;
  }

  /// What is done to a server that does not run, such as an invitation, is no time that it ran.
  private void save(Tx tx) {
    if (serving)
      tx.db()
          .execute("update server_state set counter = counter + 1, ran = ?, saved_at = ?",
              tx.ran(), tx.now().toEpochMilli());
    else
      tx.db().execute("update server_state set counter = counter + 1");
  }

  private void undo(Throwable cause) {
    try {
      writer.execute("rollback");
    } catch (RuntimeException e) {
      cause.addSuppressed(e);
    }
  }

  private Handle handle(Connection connection) {
    opened.add(connection);
    return Jdbi.create(connection).open();
  }

  @Override
  public void close() throws SQLException {
    writing.lock();
    try {
      for (var connection : opened)
        connection.close();
    } finally {
      writing.unlock();
    }
  }
}
