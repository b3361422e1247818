package dev.holdfast.server.database;

import dev.holdfast.vault.database.Connections;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.Pragma;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteDataSource;

/// SQLite in one file: a write-ahead log, a sync for each commit, and zeros over what is deleted.
public final class Sqlite implements Connections, dev.holdfast.desk.database.Connections {
  private static final int BUSY_MILLIS = 10_000;

  private final SQLiteDataSource writers;
  private final SQLiteDataSource readers;

  /// @param file made if it is not there
  public Sqlite(Path file) {
    writers = source(file, false);
    readers = source(file, true);
  }

  private static SQLiteDataSource source(Path file, boolean readOnly) {
    var config = new SQLiteConfig();
    config.setJournalMode(JournalMode.WAL);
    config.setSynchronous(SynchronousMode.FULL);
    config.setBusyTimeout(BUSY_MILLIS);
    config.setPragma(Pragma.SECURE_DELETE, "true");
    var source = new SQLiteDataSource(config);
    source.setUrl("jdbc:sqlite:" + file);
    if (readOnly) config.setPragma(Pragma.CACHE_SIZE, "-2000");
    return source;
  }

  /// Brings the vault's schema up to date.
  public void migrate() {
    migrate("classpath:db/migration");
  }

  /// Brings the schema of some folder of numbered files up to date.
  public void migrate(String folder) {
    Flyway.configure()
        .dataSource(writers)
        .locations(folder)
        .placeholders(Map.of("blob", "BLOB", "rowless", "without rowid"))
        .load()
        .migrate();
  }

  @Override
  public Connection writer() throws SQLException {
    return writers.getConnection();
  }

  @Override
  public Connection reader() throws SQLException {
    return readers.getConnection();
  }

  @Override
  public String beginWriting() {
    return "begin immediate";
  }
}
