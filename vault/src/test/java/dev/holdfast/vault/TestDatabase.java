package dev.holdfast.vault;

import dev.holdfast.vault.database.Connections;
import dev.holdfast.vault.database.Database;
import dev.holdfast.vault.database.TimeSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/// A real database with the real schema.
public final class TestDatabase {
  private TestDatabase() {}

  public static Database in(Path file, TimeSource time) throws SQLException {
    var config = new SQLiteConfig();
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setBusyTimeout(10_000);
    var source = new SQLiteDataSource(config);
    source.setUrl("jdbc:sqlite:" + file);
    Flyway.configure()
        .dataSource(source)
        .locations("classpath:db/migration")
        .placeholders(Map.of("blob", "BLOB"))
        .load()
        .migrate();
    return new Database(new Connections() {
      @Override
      public Connection writer() throws SQLException {
        return source.getConnection();
      }

      @Override
      public Connection reader() throws SQLException {
        return source.getConnection();
      }

      @Override
      public String beginWriting() {
        return "begin immediate";
      }
    }, time, true);
  }
}
