/// Recognises messages that a desk has warned of, by prints of pieces of their plain form: on the
/// device, so that nobody learns what was checked (docs/warnings.md, section 4).
@NullMarked
package dev.holdfast.guard.warning;

import org.jspecify.annotations.NullMarked;
