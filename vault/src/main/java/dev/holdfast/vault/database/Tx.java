package dev.holdfast.vault.database;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;

/// One transaction that changes something: all or nothing, and one moment in time.
public final class Tx {
  private final Handle db;
  private final Instant now;
  private final long ran;
  private final List<Runnable> after = new ArrayList<>();

  Tx(Handle db, Instant now, long ran) {
    this.db = db;
    this.now = now;
    this.ran = ran;
  }

  /// Where statements go.
  public Handle db() {
    return db;
  }

  /// The wall clock at the beginning.
  public Instant now() {
    return now;
  }

  /// Milliseconds this server has run, at the beginning; saved with this transaction.
  public long ran() {
    return ran;
  }

  /// Runs `step` once the transaction is on disk, before the caller gets its answer.
  public void after(Runnable step) {
    after.add(step);
  }

  List<Runnable> steps() {
    return after;
  }
}
