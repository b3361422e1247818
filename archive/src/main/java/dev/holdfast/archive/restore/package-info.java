/// Rebuilds what was stored, believing nothing before it is checked, and checks what a store holds.
@NullMarked
package dev.holdfast.archive.restore;

import org.jspecify.annotations.NullMarked;
