/// Snapshots and what they cost.
@NullMarked
package dev.holdfast.archive.split;

import org.jspecify.annotations.NullMarked;
