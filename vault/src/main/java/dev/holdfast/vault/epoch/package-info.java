/// The epochs of a vault and their states (docs/protocol.md, section 4).
@NullMarked
package dev.holdfast.vault.epoch;

import org.jspecify.annotations.NullMarked;
