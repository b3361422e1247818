/// A ten-minute mailbox in which two devices of one owner meet (docs/protocol.md, section 8).
@NullMarked
package dev.holdfast.vault.join;

import org.jspecify.annotations.NullMarked;
