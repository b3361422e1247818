/// A conversation as the guard sees it: plain values that an embedder fills.
@NullMarked
package dev.holdfast.guard.talk;

import org.jspecify.annotations.NullMarked;
