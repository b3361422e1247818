package dev.holdfast.desk.campaign;

import dev.holdfast.desk.judgement.Background;
import dev.holdfast.desk.judgement.Profile;
import dev.holdfast.desk.trait.Kind;
import dev.holdfast.desk.trait.Marks;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/// Everything about places, campaigns and publications that the database is asked.
final class PlaceStore {
  private PlaceStore() {}

  static void unsettle(Handle db, Collection<Integer> numbers) {
    if (numbers.isEmpty()) return;
    var batch = db
        .prepareBatch("insert into unsettled (report) values (?) on conflict do nothing");
    numbers.forEach(batch::add);
    batch.execute();
  }

  /// Whole islands that became part of one too large to stay whole are parted anew.
  static void unsettleOutgrown(Handle db, Collection<Member> members) {
    for (var member : members)
      db.execute("""
          insert into unsettled
          select r.number from report r join report one on one.island = r.island
           where one.number = ? and one.island > 0
              on conflict do nothing
          """, member.number());
  }

  static int countUnsettled(Handle db) {
    return db.createQuery("select count(*) from unsettled").mapTo(Integer.class).one();
  }

  static Optional<Integer> nextUnsettled(Handle db) {
    return db.createQuery("select min(report) from unsettled").mapTo(Integer.class).findOne();
  }

  /// Writes what became of an island.
  static void write(Handle db, Parted parted, long island, long settling) {
    var places = parted.places();
    forgetCampaigns(db, places, settling);
    var batch = db.prepareBatch("""
        update report set island = ?, seen = ?, campaign = ?, playbook = ?, log = ?, undecided = ?
         where number = ?
        """);
    var settled = db.prepareBatch("delete from unsettled where report = ?");
    for (var place : places) {
      batch.add(island, Marks.bytes(place.marks()), place.campaign(), place.playbook(),
          place.log(), place.undecided() ? 1 : 0, place.member().number());
      settled.add(place.member().number());
    }
    batch.execute();
    settled.execute();
    for (var group : parted.groups())
      db.execute("insert into campaign values (?, ?, ?, ?, ?)", group.campaign(), island, settling,
          group.profile().cores() > 0 ? 1 : 0, group.profile().bytes());
    db.execute("delete from muted where island = ?", island);
    for (var mark : parted.background().muted())
      db.execute("insert into muted values (?, ?)", island, mark);
  }

  private static void forgetCampaigns(Handle db, List<Parted.Place> places, long settling) {
    var old = new HashSet<String>();
    for (var place : places) {
      db.createQuery("select campaign from report where number = ?")
          .bind(0, place.member().number())
          .mapTo(String.class)
          .findOne()
          .ifPresent(old::add);
      old.add(place.campaign());
    }
    for (var campaign : old)
      db.execute("delete from campaign where campaign = ? and settling < ?", campaign, settling);
  }

  static Optional<Profile> profile(Handle db, String campaign) {
    return db.createQuery("select profile from campaign where campaign = ?")
        .bind(0, campaign)
        .map((row, context) -> Profile.of(row.getBytes(1)))
        .findOne();
  }

  /// What others around a report do.
  static Background background(Handle db, long island) {
    var cores = db.createQuery("select profile from campaign where island = ? and core = 1")
        .bind(0, island)
        .map((row, context) -> Profile.of(row.getBytes(1)))
        .list();
    var muted = new HashSet<Long>(db.createQuery("select mark from muted where island = ?")
        .bind(0, island)
        .mapTo(Long.class)
        .list());
    return new Background(cores, muted, publications(db));
  }

  /// By which report a text became public, and when.
  static Map<String, Long> published(Handle db) {
    var published = new TreeMap<String, Long>();
    db.createQuery("select report, min(at) from publication group by report")
        .map((row, context) -> published.put(row.getString(1), row.getLong(2)))
        .forEach(none -> {});
    return published;
  }

  private static List<Background.Publication> publications(Handle db) {
    var found = new ArrayList<Background.Publication>();
    published(db).forEach((id, at) -> ReportStore.placed(db, id).ifPresent(placed -> {
      for (var mark : placed.seen())
        if (Marks.kind(mark) == Kind.TEMPLATE) found.add(new Background.Publication(mark, at));
    }));
    return found;
  }

  static void publish(Handle db, String report, long at) {
    db.execute("insert into publication values (?, ?) on conflict do nothing", report, at);
  }

  static void forgetAll(Handle db) {
    db.execute("delete from campaign");
    db.execute("delete from muted");
    db.execute("insert into unsettled select number from report where true on conflict do nothing");
  }
}
