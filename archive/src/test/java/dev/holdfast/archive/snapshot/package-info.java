/// The bytes of snapshots, and how their structure dictionary was made.
@NullMarked
package dev.holdfast.archive.snapshot;

import org.jspecify.annotations.NullMarked;
