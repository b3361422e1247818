package dev.holdfast.desk.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// The desk's database: one writer behind a fair lock, some readers.
public final class DeskDatabase implements AutoCloseable {
  private static final int READERS = 3;

  private final Connections connections;
  private final ReentrantLock writing = new ReentrantLock(true);
  private final List<Connection> opened = new ArrayList<>();
  private final Handle writer;
  private final BlockingQueue<Handle> readers = new ArrayBlockingQueue<>(READERS);

  /// @param connections to a database whose schema is up to date
  /// @throws SQLException if it cannot be opened
  public DeskDatabase(Connections connections) throws SQLException {
    this.connections = connections;
    writer = handle(connections.writer());
    for (var i = 0; i < READERS; i++)
      readers.add(handle(connections.reader()));
  }

  private Handle handle(Connection connection) {
    opened.add(connection);
    return Jdbi.create(connection).open();
  }

  /// Runs `work` in one transaction; it is on disk when this returns. An exception undoes it.
  public <T> T write(Function<Handle, T> work) {
    writing.lock();
    try {
      writer.execute(connections.beginWriting());
      try {
        var answer = work.apply(writer);
        writer.execute("commit");
        return answer;
      } catch (RuntimeException | Error e) {
        undo(e);
        throw e;
      }
    } finally {
      writing.unlock();
    }
  }

  /// [#write] without an answer.
  public void change(Consumer<Handle> work) {
    write(db -> {
      work.accept(db);
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

  private void undo(Throwable cause) {
    try {
      writer.execute("rollback");
    } catch (RuntimeException e) {
      cause.addSuppressed(e);
    }
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
