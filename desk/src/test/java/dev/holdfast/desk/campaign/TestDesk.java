package dev.holdfast.desk.campaign;

import dev.holdfast.desk.database.Connections;
import dev.holdfast.desk.database.DeskDatabase;
import dev.holdfast.desk.report.Report;
import dev.holdfast.desk.report.ReportJson;
import dev.holdfast.desk.trait.Traits;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.flywaydb.core.Flyway;

/// A desk on a real database in a folder of the test.
final class TestDesk implements AutoCloseable {
  /// Making the guard's screen takes a moment.
  static final Traits TRAITS = new Traits();
  private final DeskDatabase database;
  final Campaigns campaigns;
  final List<String> asides = new ArrayList<>();

  TestDesk(Path file) throws SQLException {
    var url = "jdbc:sqlite:" + file;
    Flyway.configure()
        .dataSource(url, "", "")
        .locations("classpath:db/desk")
        .placeholders(Map.of("blob", "BLOB", "rowless", "without rowid"))
        .load()
        .migrate();
    database = new DeskDatabase(new Connections() {
      @Override
      public Connection writer() throws SQLException {
        return DriverManager.getConnection(url);
      }

      @Override
      public Connection reader() throws SQLException {
        return DriverManager.getConnection(url);
      }

      @Override
      public String beginWriting() {
        return "begin immediate";
      }
    });
    campaigns = new Campaigns(database, TRAITS,
        Clock.fixed(Instant.parse("2026-11-24T12:00:00Z"), ZoneOffset.UTC));
  }

  Imported take(String lines) {
    try {
      return campaigns.take(new BufferedReader(new StringReader(lines)), "test", asides::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Imported take(List<Report> reports) {
    return take(reports.stream().map(ReportJson::write).collect(Collectors.joining("\n")));
  }

  /// The campaign of each report.
  Map<String, Listed> listed() {
    var listed = new TreeMap<String, Listed>();
    campaigns.each(one -> listed.put(one.id(), one));
    return listed;
  }

  String campaign(String id) {
    var one = listed().get(id);
    if (one == null) throw new AssertionError("no report " + id);
    return one.campaign();
  }

  @Override
  public void close() throws SQLException {
    database.close();
  }
}
