/// The embedded database: SQLite, durable per commit, forgetting what is deleted.
@NullMarked
package dev.holdfast.server.database;

import org.jspecify.annotations.NullMarked;
