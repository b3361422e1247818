@NullMarked
package dev.holdfast.tour;

import org.jspecify.annotations.NullMarked;
