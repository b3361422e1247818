/// Seeded disguises of a message, to test whether a judgement survives them.
@NullMarked
package dev.holdfast.guard.evade;

import org.jspecify.annotations.NullMarked;
