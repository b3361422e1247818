/// When the share is handed out: a pure state machine, its store and its timer (docs/protocol.md,
/// section 6).
@NullMarked
package dev.holdfast.vault.release;

import org.jspecify.annotations.NullMarked;
