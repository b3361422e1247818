/// Keeps the owner's own secrets from leaving in what the owner writes.
@NullMarked
package dev.holdfast.guard.draft;

import org.jspecify.annotations.NullMarked;
