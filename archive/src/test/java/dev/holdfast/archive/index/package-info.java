/// The device's memory of its snapshots at size.
@NullMarked
package dev.holdfast.archive.index;

import org.jspecify.annotations.NullMarked;
