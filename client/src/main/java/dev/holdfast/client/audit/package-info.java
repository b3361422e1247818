/// Checks the server's audit log: that each entry about the vault is in it, and that it only ever
/// grew (docs/protocol.md, section 7).
@NullMarked
package dev.holdfast.client.audit;

import org.jspecify.annotations.NullMarked;
