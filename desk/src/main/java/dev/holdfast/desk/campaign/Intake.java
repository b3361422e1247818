package dev.holdfast.desk.campaign;

import dev.holdfast.desk.report.Report;
import dev.holdfast.desk.report.ReportJson;
import dev.holdfast.desk.trait.Traits;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jdbi.v3.core.Handle;

/// Puts reports into the database and notes whose surroundings that changes.
final class Intake {
  private Intake() {}

  /// A report that was read and is ready to be stored.
  record Ready(Report report, String body, Traits.Read read) {
    static Ready of(Report report, Traits traits) {
      return new Ready(report, ReportJson.write(report), traits.of(report));
    }
  }

  /// Adds one and finds its campaign from the campaigns as they stand.
  static Added addAndPlace(Handle db, Ready ready, Instant now) {
    var added = add(db, ready, now);
    if (added != Added.KNOWN)
      FirstPlace.find(db, ReportStore.find(db, ready.report().id()).orElseThrow().number());
    return added;
  }

  /// @return what became of it
  static Added add(Handle db, Ready ready, Instant now) {
    var old = ReportStore.find(db, ready.report().id());
    if (old.isPresent() && old.get().body().equals(ready.body())) return Added.KNOWN;
    old.ifPresent(row -> leave(db, row));
    if (old.isPresent())
      ReportStore.update(db, old.get(), ready.report(), ready.body(), ready.read(), now);
    else
      ReportStore.insert(db, ready.report(), ready.body(), ready.read(), now);
    var row = ReportStore.find(db, ready.report().id()).orElseThrow();
    enter(db, row, ready.read());
    return old.isPresent() ? Added.NEWER : Added.NEW;
  }

  /// Whoever held a key together with it is to be parted anew.
  private static void leave(Handle db, ReportStore.Row row) {
    for (var key : row.keys()) {
      var holders = ReportStore.holders(db, key);
      if (holders.size() <= ReportStore.fanOut(key) + 1) PlaceStore.unsettle(db, holders);
    }
    ReportStore.forgetClues(db, row);
    ReportStore.forgetWords(db, row.number());
  }

  private static void enter(Handle db, ReportStore.Row row, Traits.Read read) {
    ReportStore.clues(db, row.number(), row.keys());
    ReportStore.words(db, row.number(), read.searchable());
    PlaceStore.unsettle(db, List.of(row.number()));
    Arrays.stream(row.keys()).forEach(key -> crossing(db, key));
  }

  /// The holder that makes a key common cuts the others apart.
  private static void crossing(Handle db, long key) {
    var most = ReportStore.fanOut(key);
    if (!ReportStore.holds(db, key, most + 1) || ReportStore.holds(db, key, most + 2)) return;
    PlaceStore.unsettle(db, ReportStore.holders(db, key));
  }
}
