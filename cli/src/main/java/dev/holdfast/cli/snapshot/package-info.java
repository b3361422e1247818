/// Commands about what is stored: backup, snapshots, show, check.
@NullMarked
package dev.holdfast.cli.snapshot;

import org.jspecify.annotations.NullMarked;
