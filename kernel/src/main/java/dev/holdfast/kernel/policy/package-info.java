/// The release policy of an epoch, as the bytes that both sides hash (docs/protocol.md, section 4).
@NullMarked
package dev.holdfast.kernel.policy;

import org.jspecify.annotations.NullMarked;
