/// What a release request says and which states it passes (docs/protocol.md, section 6).
@NullMarked
package dev.holdfast.kernel.release;

import org.jspecify.annotations.NullMarked;
