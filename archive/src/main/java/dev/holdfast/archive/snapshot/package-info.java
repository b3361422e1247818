/// The sealed inner part of a snapshot and the blobs it names, as bytes (docs/format.md, sections 6
/// to 9): what split writes and restore reads.
@NullMarked
package dev.holdfast.archive.snapshot;

import org.jspecify.annotations.NullMarked;
