/// One writer, many readers, and the time this server has run: every durable change is one
/// transaction here.
@NullMarked
package dev.holdfast.vault.database;

import org.jspecify.annotations.NullMarked;
