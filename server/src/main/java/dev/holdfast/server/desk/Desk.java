package dev.holdfast.server.desk;

import dev.holdfast.desk.campaign.Campaigns;
import dev.holdfast.desk.database.DeskDatabase;
import dev.holdfast.desk.trait.Traits;
import dev.holdfast.server.database.Sqlite;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;

/// The desk on one database. What takes a moment to make is made when first needed.
public final class Desk implements AutoCloseable {
  private final DeskDatabase database;
  private final Clock clock;
  private final Campaigns campaigns;

  private Desk(DeskDatabase database, Clock clock) {
    this.database = database;
    this.clock = clock;
    this.campaigns = new Campaigns(database, new Traits(), clock);
  }

  /// Opens the database in `file`, and makes it where it is missing.
  public static Desk open(Path file, Clock clock) throws SQLException {
    var sqlite = new Sqlite(file);
    sqlite.migrate("classpath:db/desk");
    return new Desk(new DeskDatabase(sqlite), clock);
  }

  /// The campaigns.
  Campaigns campaigns() {
    return campaigns;
  }

  /// The database.
  DeskDatabase database() {
    return database;
  }

  /// The clock.
  Clock clock() {
    return clock;
  }

  @Override
  public void close() throws SQLException {
    database.close();
  }
}
