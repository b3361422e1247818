/// Who may act for a vault, and how a device comes and goes (docs/protocol.md, section 5).
@NullMarked
package dev.holdfast.vault.device;

import org.jspecify.annotations.NullMarked;
