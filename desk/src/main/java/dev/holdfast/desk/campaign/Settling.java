package dev.holdfast.desk.campaign;

import dev.holdfast.desk.database.DeskDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/// Brings places up to date: only the islands that changed, or all of them. Both give the same.
final class Settling {
  /// Beyond this part of all reports it is cheaper to walk over every island once.
  private static final int MANY = 50;
  private static final int A_BATCH = 2_000;

  private final DeskDatabase database;

  Settling(DeskDatabase database) {
    this.database = database;
  }

  /// Parts what changed; nothing is left unsettled when this returns.
  synchronized void settle() {
    int waiting = database.read(PlaceStore::countUnsettled);
    if (waiting == 0) return;
    int all = database.read(ReportStore::count);
    if (waiting > 50 && waiting * MANY > all) everything();
    else
      while (database.write(Settling::one));
  }

  /// Parts everything anew.
  synchronized void rebuild() {
    database.change(PlaceStore::forgetAll);
    everything();
  }

  private static boolean one(Handle db) {
    var number = PlaceStore.nextUnsettled(db);
    if (number.isEmpty()) return false;
    var island = Islands.around(db, number.get());
    if (!island.whole()) PlaceStore.unsettleOutgrown(db, island.members());
    write(db, island, PlaceStore.published(db), settling(db));
    return true;
  }

  private static void write(Handle db, Islands.Island island, Map<String, Long> published,
      long settling) {
    PlaceStore.write(db, Partition.of(island.members(), published), island.name(), settling);
  }

  private static long settling(Handle db) {
    return db.createQuery("select coalesce(max(settling), 0) + 1 from campaign")
        .mapTo(Long.class)
        .one();
  }

  private void everything() {
    var published = database.read(PlaceStore::published);
    long settling = database.read(Settling::settling);
    var batch = new ArrayList<Islands.Rows>();
    var size = new int[1];
    database.read(db -> {
      Islands.each(db, island -> {
        batch.add(island);
        size[0] += island.numbers().size();
        if (size[0] < A_BATCH) return;
        write(batch, published, settling);
        size[0] = 0;
      });
      return true;
    });
    write(batch, published, settling);
  }

  private void write(List<Islands.Rows> islands, Map<String, Long> published, long settling) {
    database.change(db -> {
      for (var rows : islands) {
        var members = ReportStore.members(db, rows.numbers());
        write(db, new Islands.Island(members, rows.whole()), published, settling);
      }
    });
    islands.clear();
  }
}
