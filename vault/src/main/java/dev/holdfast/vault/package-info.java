@NullMarked
package dev.holdfast.vault;

import org.jspecify.annotations.NullMarked;
