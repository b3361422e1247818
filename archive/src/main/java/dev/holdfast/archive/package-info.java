@NullMarked
package dev.holdfast.archive;

import org.jspecify.annotations.NullMarked;
