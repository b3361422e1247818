/// Made-up Signal folders for tests, drawn from a seed.
@NullMarked
package dev.holdfast.archive.sample;

import org.jspecify.annotations.NullMarked;
