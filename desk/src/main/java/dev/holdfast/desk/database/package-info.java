/// The desk's own database: one writer, some readers. It shares nothing with the vault's.
@NullMarked
package dev.holdfast.desk.database;

import org.jspecify.annotations.NullMarked;
