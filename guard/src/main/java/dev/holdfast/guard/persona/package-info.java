/// Whom a display name, group title or handle pretends to be.
@NullMarked
package dev.holdfast.guard.persona;

import org.jspecify.annotations.NullMarked;
