/// Asks for a vault to be opened, proves the factor, waits and opens; and helps another machine that
/// asks (docs/protocol.md, section 6).
@NullMarked
package dev.holdfast.client.release;

import org.jspecify.annotations.NullMarked;
