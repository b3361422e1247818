package dev.holdfast.vault.database;

import java.sql.Connection;
import java.sql.SQLException;

/// Opens connections to one database that holds the schema of `db/migration`. Each kind of database
/// has one.
public interface Connections {
  /// A connection for changes; auto-commit is on, and a commit is on disk when it returns.
  Connection writer() throws SQLException;

  /// A connection for reading.
  Connection reader() throws SQLException;

  /// The statement that begins a transaction that will write.
  String beginWriting();
}
