/// Containers against the public vectors.
@NullMarked
package dev.holdfast.archive.seal;

import org.jspecify.annotations.NullMarked;
