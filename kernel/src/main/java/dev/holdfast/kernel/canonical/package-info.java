/// One byte string for one value: the encoding that hashes and signatures cover (docs/format.md,
/// section 2).
@NullMarked
package dev.holdfast.kernel.canonical;

import org.jspecify.annotations.NullMarked;
