/// Restores, also of what is damaged or forged.
@NullMarked
package dev.holdfast.archive.restore;

import org.jspecify.annotations.NullMarked;
