/// Seals what leaves the device into age files for the epoch's hybrid recipient, and opens them
/// again (docs/format.md, section 1).
@NullMarked
package dev.holdfast.archive.seal;

import org.jspecify.annotations.NullMarked;
