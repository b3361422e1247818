/// Makes a snapshot of a Signal backup or of any folder and stores only what is new in it
/// (docs/format.md, sections 6 to 9).
@NullMarked
package dev.holdfast.archive.split;

import org.jspecify.annotations.NullMarked;
