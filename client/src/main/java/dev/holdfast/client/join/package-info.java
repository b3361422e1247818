/// Adds a machine to a vault by invitation (docs/protocol.md, section 8).
@NullMarked
package dev.holdfast.client.join;

import org.jspecify.annotations.NullMarked;
