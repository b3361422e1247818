/// The recovery code on paper, and the shape of the key that must never be typed in its place.
@NullMarked
package dev.holdfast.kernel.code;

import org.jspecify.annotations.NullMarked;
