/// Brings written tricks back to plain letters, and remembers where each letter came from.
@NullMarked
package dev.holdfast.guard.fold;

import org.jspecify.annotations.NullMarked;
