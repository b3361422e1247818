/// Signed warnings about lures, and the feed that carries them: the bytes that a desk signs and a
/// device checks (docs/warnings.md).
@NullMarked
package dev.holdfast.kernel.warning;

import org.jspecify.annotations.NullMarked;
