/// Trains the guard's model and measures it. Not shipped.
@NullMarked
package dev.holdfast.guard.train;

import org.jspecify.annotations.NullMarked;
