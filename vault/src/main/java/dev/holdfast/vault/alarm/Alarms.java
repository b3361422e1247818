package dev.holdfast.vault.alarm;

import dev.holdfast.kernel.RequestId;
import dev.holdfast.kernel.VaultId;
import dev.holdfast.kernel.release.AlarmKind;
import dev.holdfast.kernel.wire.AlarmEvent;
import dev.holdfast.vault.change.Changes;
import dev.holdfast.vault.database.Database;
import dev.holdfast.vault.database.Tx;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Everything a vault's owner must hear of, in one sequence without gaps.
public final class Alarms {
  private final Database database;
  private final Changes changes;
  private final Deliveries deliveries;

  /// Alarms that ring `changes` and go out by `deliveries`.
  public Alarms(Database database, Changes changes, Deliveries deliveries) {
    this.database = database;
    this.changes = changes;
    this.deliveries = deliveries;
  }

  /// One thing to be told.
  ///
  /// @param request what it is about, if it is about a request
  /// @param from who did it; a claim of a stranger if the request is one's
  /// @param releasableAt when the wait ends, milliseconds since 1970; 0 if that does not apply
  public record Alarm(Optional<RequestId> request, AlarmKind kind, String from,
      long releasableAt) {
    /// An alarm about the vault as a whole.
    public static Alarm of(AlarmKind kind, String from) {
      return new Alarm(Optional.empty(), kind, from, 0);
    }
  }

  /// Writes the alarm down with the transaction and hands it to every confirmed channel behind it.
  public AlarmEvent raise(Tx tx, VaultId vault, Alarm alarm) {
    long sequence = 1 + tx.db()
        .createQuery("select coalesce(max(sequence), 0) from alarm where vault = ?")
        .bind(0, vault.hex())
        .mapTo(Long.class)
        .one();
    var event = new AlarmEvent(sequence, alarm.request().map(RequestId::hex).orElse(""),
        tx.now().toEpochMilli(), alarm.kind().wireName(), alarm.from(), alarm.releasableAt());
    tx.db()
        .execute("insert into alarm values (?, ?, ?, ?, ?, ?, ?)", vault.hex(), sequence,
            event.request(), event.at(), event.kind(), event.from(), event.releasableAt());
    deliveries.enqueue(tx, vault, event);
    tx.after(() -> changes.ring(vault));
    return event;
  }

  /// Alarms with a sequence above `after`, in order.
  public List<AlarmEvent> behind(VaultId vault, long after) {
    return database.read(db -> db
        .createQuery("""
            select sequence, request, at, kind, origin, releasable_at from alarm
             where vault = :vault and sequence > :after order by sequence
            """)
        .bind("vault", vault.hex())
        .bind("after", after)
        .map((row, context) -> event(row))
        .list());
  }

  static Optional<AlarmEvent> find(Handle db, VaultId vault, long sequence) {
    return db
        .createQuery("""
            select sequence, request, at, kind, origin, releasable_at from alarm
             where vault = :vault and sequence = :sequence
            """)
        .bind("vault", vault.hex())
        .bind("sequence", sequence)
        .map((row, context) -> event(row))
        .findOne();
  }

  private static AlarmEvent event(ResultSet row) throws SQLException {
    return new AlarmEvent(row.getLong(1), row.getString(2), row.getLong(3), row.getString(4),
        row.getString(5), row.getLong(6));
  }
}
