/// The whole story with real processes: the demonstration here, the whole-system tests beside it.
@NullMarked
package dev.holdfast.tour;

import org.jspecify.annotations.NullMarked;
