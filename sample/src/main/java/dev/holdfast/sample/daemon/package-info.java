/// A stand-in for a signal-cli daemon, for tests and demonstrations: the same bytes on the wire,
/// and the faults that the real one shows.
@NullMarked
package dev.holdfast.sample.daemon;

import org.jspecify.annotations.NullMarked;
