/// Warnings from draft to feed: a second person approves, the desk's key signs, and static files
/// carry them (docs/warnings.md).
@NullMarked
package dev.holdfast.desk.warning;

import org.jspecify.annotations.NullMarked;
