/// What every store has to do, and what a chain of manifests has to be.
@NullMarked
package dev.holdfast.archive.store;

import org.jspecify.annotations.NullMarked;
