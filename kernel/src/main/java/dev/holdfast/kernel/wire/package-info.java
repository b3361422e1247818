/// The JSON bodies that client and server exchange (docs/protocol.md), as records.
@NullMarked
package dev.holdfast.kernel.wire;

import org.jspecify.annotations.NullMarked;
