/// Reads a whole conversation: who said what in which order, as facts for the judgement.
@NullMarked
package dev.holdfast.guard.thread;

import org.jspecify.annotations.NullMarked;
