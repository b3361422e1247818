package dev.holdfast.vault.release;

import dev.holdfast.kernel.DeviceId;
import dev.holdfast.kernel.RequestId;
import dev.holdfast.kernel.VaultId;
import dev.holdfast.kernel.release.RequestState;
import dev.holdfast.kernel.release.RequestStatement;
import dev.holdfast.vault.database.Tx;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Everything about release requests that the database is asked.
final class RequestStore {
  private static final String COLUMNS = """
      select request, vault, epoch, state, asked_at, asked_ran, wait, fast, hold_ran, alarmed,
             device, proven, since_ran, not_opened_alarmed
        from release_request
      """;

  private RequestStore() {}

  static Optional<ReleaseRequest> find(Handle db, RequestId id) {
    return db.createQuery(COLUMNS + " where request = ?")
        .bind(0, id.hex())
        .map((row, context) -> read(row))
        .findOne();
  }

  static List<ReleaseRequest> of(Handle db, VaultId vault) {
    return db.createQuery(COLUMNS + " where vault = ? order by asked_ran desc, request")
        .bind(0, vault.hex())
        .map((row, context) -> read(row))
        .list();
  }

  static List<ReleaseRequest> running(Handle db) {
    return db
        .createQuery(COLUMNS + " where state in ('WAITING', 'RELEASABLE', 'RELEASED')"
            + " order by asked_ran, request")
        .map((row, context) -> read(row))
        .list();
  }

  static List<ReleaseRequest> runningOf(Handle db, VaultId vault) {
    return of(db, vault).stream().filter(request -> !request.state().ended()).toList();
  }

  static int unprovenSince(Handle db, VaultId vault, long ran) {
    return db
        .createQuery("""
            select count(*) from release_request
             where vault = :vault and proven = 0 and asked_ran > :ran
            """)
        .bind("vault", vault.hex())
        .bind("ran", ran)
        .mapTo(Integer.class)
        .one();
  }

  static RequestStatement statement(Handle db, RequestId id) {
    return RequestStatement.decode(db
        .createQuery("select statement from release_request where request = ?")
        .bind(0, id.hex())
        .map((row, context) -> row.getBytes(1))
        .one());
  }

  static void insert(Tx tx, ReleaseRequest request, RequestStatement statement) {
    tx.db()
        .execute(
            "insert into release_request values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)",
            request.id().hex(), request.vault().hex(), request.epoch(), request.state().name(),
            statement.encode(), request.askedAt().toEpochMilli(), request.askedRan(),
            request.waiting().toMillis(), request.fast() ? 1 : 0, request.holdRan(),
            request.alarmed(),
            request.device().map(DeviceId::hex).orElse(null), request.proven() ? 1 : 0,
            request.sinceRan());
  }

  static void update(Tx tx, ReleaseRequest request) {
    tx.db()
        .execute("""
            update release_request set state = ?, hold_ran = ?, alarmed = ?, proven = ?,
                   since_ran = ?, not_opened_alarmed = ?
             where request = ?
            """, request.state().name(), request.holdRan(), request.alarmed(),
            request.proven() ? 1 : 0, request.sinceRan(), request.notOpenedAlarmed() ? 1 : 0,
            request.id().hex());
  }

  /// A device's share for a request, sealed to it.
  record Approval(DeviceId device, String share) {}

  static List<Approval> approvals(Handle db, RequestId id) {
    return db.createQuery("select device, share from approval where request = ? order by device")
        .bind(0, id.hex())
        .map((row, context) -> new Approval(new DeviceId(row.getString(1)), row.getString(2)))
        .list();
  }

  static void approve(Tx tx, RequestId id, DeviceId device, String share) {
    tx.db()
        .execute("delete from approval where request = ? and device = ?", id.hex(),
            device.hex());
    tx.db().execute("insert into approval values (?, ?, ?)", id.hex(), device.hex(), share);
  }

  private static ReleaseRequest read(ResultSet row) throws SQLException {
    var device = Optional.ofNullable(row.getString(11)).map(DeviceId::new);
    return new ReleaseRequest(new RequestId(row.getString(1)), new VaultId(row.getString(2)),
        row.getInt(3), RequestState.valueOf(row.getString(4)),
        Instant.ofEpochMilli(row.getLong(5)), row.getLong(6), Duration.ofMillis(row.getLong(7)),
        row.getInt(8) == 1, row.getLong(9), row.getInt(10), device, row.getInt(12) == 1,
        row.getLong(13), row.getInt(14) == 1);
  }
}
