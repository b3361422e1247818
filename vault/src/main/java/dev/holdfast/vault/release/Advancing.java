package dev.holdfast.vault.release;

import dev.holdfast.vault.alarm.Alarms;
import dev.holdfast.vault.change.Changes;
import dev.holdfast.vault.database.Tx;
import dev.holdfast.vault.log.AuditLog;
import java.util.Locale;
import java.util.Optional;

/// Does to a request what time has brought, with every alarm that is due, in one transaction.
final class Advancing {
  private final Alarms alarms;
  private final AuditLog log;
  private final Changes changes;

  Advancing(Alarms alarms, AuditLog log, Changes changes) {
    this.alarms = alarms;
    this.log = log;
    this.changes = changes;
  }

  /// The request as it stands now.
  ReleaseRequest advance(Tx tx, ReleaseRequest request) {
    var progress = ReleaseRules.advance(request, tx.ran());
    if (!progress.request().equals(request)) apply(tx, request, progress);
    return progress.request();
  }

  private void apply(Tx tx, ReleaseRequest before, Progress progress) {
    var request = progress.request();
    RequestStore.update(tx, request);
    if (request.state() != before.state())
      log.append(tx, request.vault(), request.state().name().toLowerCase(Locale.ROOT),
          request.id().hex());
    var from = Releases.from(tx, request);
    long releasableAt = Requests.releasableAt(request, tx.now().toEpochMilli(), tx.ran());
    for (var kind : progress.alarms())
      alarms.raise(tx, request.vault(),
          new Alarms.Alarm(Optional.of(request.id()), kind, from, releasableAt));
    tx.after(() -> changes.ring(request.vault()));
  }
}
