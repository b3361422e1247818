/// The words, per language, that the guard's understanding rests on.
@NullMarked
package dev.holdfast.guard.lexicon;

import org.jspecify.annotations.NullMarked;
