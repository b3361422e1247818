package dev.holdfast.desk.campaign;

import dev.holdfast.desk.judgement.Profile;
import dev.holdfast.desk.report.Reading;
import dev.holdfast.desk.report.Report;
import dev.holdfast.desk.report.ReportJson;
import dev.holdfast.desk.trait.Kind;
import dev.holdfast.desk.trait.Marks;
import dev.holdfast.desk.trait.Traits;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.jdbi.v3.core.Handle;

/// Everything about reports and clues that the database is asked.
final class ReportStore {
  /// From this many reports on a key says nothing and links nobody.
  static final int FAN_OUT = 5_000;
  private static final int IDENTITY_FAN_OUT = 50_000;
  private static final String MEMBER = """
      select number, id, happened_at, marks, keys, plain, pdq, play from report
      """;

  private ReportStore() {}

  /// A report as it stands in the table.
  // Sorted marks of many reports are held at once; nobody changes them.
  @SuppressWarnings("ArrayRecordComponent")
  record Row(int number, String id, int version, String body, long[] keys) {}

  static Optional<Row> find(Handle db, String id) {
    return db.createQuery("select number, id, version, body, keys from report where id = ?")
        .bind(0, id)
        .map((row, context) -> new Row(row.getInt(1), row.getString(2), row.getInt(3),
            row.getString(4), Marks.marks(row.getBytes(5))))
        .findOne();
  }

  static int count(Handle db) {
    return db.createQuery("select count(*) from report").mapTo(Integer.class).one();
  }

  static int most(Handle db) {
    return db.createQuery("select coalesce(max(number), 0) from report")
        .mapTo(Integer.class)
        .one();
  }

  static void insert(Handle db, Report report, String body, Traits.Read read, Instant now) {
    var name = Parted.name("c", report.id());
    var at = report.at() == null ? null : report.at().instant().toEpochMilli();
    db.execute("""
        insert into report (id, version, received_at, happened_at, body, level, marks, keys,
                            plain, pdq, play, island, seen, campaign, playbook, log, undecided)
        values (?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?, ?, ?, 0, 0)
        """, report.id(), now.toEpochMilli(), at, body, read.verdict().level().word(),
        Marks.bytes(Marks.of(read.traits())), Marks.bytes(read.keys()), read.plain(),
        pdq(report), read.play(), new byte[0], name,
        Parted.name("p", read.play().isEmpty() ? "of " + report.id() : read.play()));
  }

  static void update(Handle db, Row old, Report report, String body, Traits.Read read,
      Instant now) {
    db.execute("insert into report_version select id, version, received_at, body from report"
        + " where number = ?", old.number());
    var at = report.at() == null ? null : report.at().instant().toEpochMilli();
    db.execute("""
        update report set version = version + 1, received_at = ?, happened_at = ?, body = ?,
               level = ?, marks = ?, keys = ?, plain = ?, pdq = ?, play = ?
         where number = ?
        """, now.toEpochMilli(), at, body, read.verdict().level().word(),
        Marks.bytes(Marks.of(read.traits())), Marks.bytes(read.keys()), read.plain(), pdq(report),
        read.play(), old.number());
  }

  private static String pdq(Report report) {
    var image = report.image();
    return image == null ? "" : image.pdq();
  }

  static void words(Handle db, int number, String words) {
    db.execute("insert into report_words (rowid, words) values (?, ?)", number, words);
  }

  static void forgetWords(Handle db, int number) {
    db.execute("delete from report_words where rowid = ?", number);
  }

  static void clues(Handle db, int number, long[] keys) {
    var batch = db.prepareBatch("insert into clue (mark, report) values (?, ?)");
    for (var key : keys)
      batch.add(key, number);
    if (keys.length > 0) batch.execute();
  }

  static void forgetClues(Handle db, Row row) {
    var batch = db.prepareBatch("delete from clue where mark = ? and report = ?");
    for (var key : row.keys())
      batch.add(key, row.number());
    if (row.keys().length > 0) batch.execute();
  }

  static boolean isHard(long mark) {
    return Marks.kind(mark) != Kind.BAND;
  }

  static int fanOut(long mark) {
    return Marks.kind(mark).identity() ? IDENTITY_FAN_OUT : FAN_OUT;
  }

  /// Who holds a key, one more than its fan-out at most.
  static List<Integer> holders(Handle db, long mark) {
    return holders(db, mark, fanOut(mark) + 1);
  }

  static List<Integer> holders(Handle db, long mark, int most) {
    return db.createQuery("select report from clue where mark = ? limit ?")
        .bind(0, mark)
        .bind(1, most)
        .mapTo(Integer.class)
        .list();
  }

  /// In which campaigns the first holders of a key are, each with how many.
  static Map<String, Integer> campaigns(Handle db, long mark, int but, int most) {
    var found = new HashMap<String, Integer>();
    db.createQuery("""
        select r.campaign, r.number from clue c join report r on r.number = c.report
         where c.mark = ? and c.report <> ? limit ?
        """)
        .bind(0, mark)
        .bind(1, but)
        .bind(2, most)
        .map((row, context) -> found.merge(row.getString(1), 1, Integer::sum))
        .forEach(count -> {});
    return found;
  }

  /// Whether a key has at least so many holders.
  static boolean holds(Handle db, long mark, int holders) {
    return db.createQuery("select 1 from clue where mark = ? limit 1 offset ?")
        .bind(0, mark)
        .bind(1, holders - 1)
        .mapTo(Integer.class)
        .findOne()
        .isPresent();
  }

  /// Every key with its holders, in the order of keys.
  static void eachClue(Handle db, ClueReader reader) {
    try (var query = db.createQuery("select mark, report from clue order by mark, report")) {
      query.map((row, context) -> {
        reader.read(row.getLong(1), row.getInt(2));
        return 0;
      }).forEach(none -> {});
    }
  }

  static void eachNumber(Handle db, IntConsumer reader) {
    try (var query = db.createQuery("select number from report")) {
      query.map((row, context) -> row.getInt(1)).forEach(reader::accept);
    }
  }

  interface ClueReader {
    void read(long mark, int report);
  }

  static List<Member> members(Handle db, Iterable<Integer> numbers) {
    var members = new ArrayList<Member>();
    try (var query = db.getConnection().prepareStatement(MEMBER + " where number = ?")) {
      for (var number : numbers) {
        query.setInt(1, number);
        try (var rows = query.executeQuery()) {
          if (rows.next()) members.add(member(rows));
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the reports of an island could not be read", e);
    }
    return members;
  }

  private static Member member(ResultSet row) throws SQLException {
    var at = row.getLong(3);
    return new Member(row.getInt(1), row.getString(2), row.wasNull() ? Profile.UNTOLD : at,
        Marks.marks(row.getBytes(4)), Marks.marks(row.getBytes(5)), row.getString(6),
        row.getString(7), row.getString(8));
  }

  /// A report in its place.
  // Sorted marks of many reports are held at once; nobody changes them.
  @SuppressWarnings("ArrayRecordComponent")
  record Placed(int number, String id, long at, long island, long[] seen, String body,
      String campaign, String playbook, double log, boolean undecided) {
    Report report() {
      return switch (ReportJson.read(body)) {
        case Reading.Read(var report) -> report;
        case Reading.Aside(var reason) ->
          throw new IllegalStateException("a stored report is damaged: " + reason);
      };
    }

    Profile profile() {
      return Profile.one(seen, at);
    }
  }

  private static final String PLACED = """
      select number, id, happened_at, island, seen, body, campaign, playbook, log, undecided
        from report
      """;

  static Optional<Placed> placed(Handle db, String id) {
    return db.createQuery(PLACED + " where id = ?")
        .bind(0, id)
        .map((row, context) -> placed(row))
        .findOne();
  }

  /// Some report of a campaign.
  static Optional<Placed> anyOf(Handle db, String campaign) {
    return db.createQuery(PLACED + " where campaign = ? limit 1")
        .bind(0, campaign)
        .map((row, context) -> placed(row))
        .findOne();
  }

  static void place(Handle db, int number, String campaign) {
    db.execute("update report set campaign = ? where number = ?", campaign, number);
  }

  /// The least other report of a campaign.
  static Optional<String> anchor(Handle db, String campaign, String but) {
    return db.createQuery("select min(id) from report where campaign = ? and id <> ?")
        .bind(0, campaign)
        .bind(1, but)
        .mapTo(String.class)
        .findOne();
  }

  static Optional<Placed> leastOf(Handle db, String campaign) {
    return db.createQuery(PLACED + " where campaign = ? order by id limit 1")
        .bind(0, campaign)
        .map((row, context) -> placed(row))
        .findOne();
  }

  static void eachPlaced(Handle db, Consumer<Placed> reader) {
    try (var query = db.createQuery("""
        select number, id, 0, island, x'', '', campaign, playbook, log, undecided
          from report order by number
        """)) {
      query.map((row, context) -> placed(row)).forEach(reader);
    }
  }

  private static Placed placed(ResultSet row) throws SQLException {
    var at = row.getLong(3);
    return new Placed(row.getInt(1), row.getString(2), row.wasNull() ? Profile.UNTOLD : at,
        row.getLong(4), Marks.marks(row.getBytes(5)), row.getString(6), row.getString(7),
        row.getString(8), row.getDouble(9), row.getInt(10) != 0);
  }

  static void aside(Handle db, Instant now, String source, int line, String reason, String raw) {
    db.execute("""
        insert into aside (received_at, source, line, reason, raw) values (?, ?, ?, ?, ?)
        """, now.toEpochMilli(), source, line, reason, raw);
  }

  static List<String> search(Handle db, String words, int most) {
    return db.createQuery("""
        select r.id from report_words w join report r on r.number = w.rowid
         where report_words match ? order by w.rowid desc limit ?
        """).bind(0, words).bind(1, most).mapTo(String.class).list();
  }
}
