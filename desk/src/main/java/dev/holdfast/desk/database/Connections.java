package dev.holdfast.desk.database;

import java.sql.Connection;
import java.sql.SQLException;

/// Opens connections to a database that holds the schema of `db/desk`.
public interface Connections {
  /// A connection for changes; auto-commit is on, and a commit is on disk when it returns.
  Connection writer() throws SQLException;

  /// A connection for reading.
  Connection reader() throws SQLException;

  /// The statement that begins a transaction that will write.
  String beginWriting();
}
